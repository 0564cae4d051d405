namespace Telemetry.Dashboard.Pages.Technician;

/// <summary>What the order form carries from step to step.</summary>
internal sealed class OrderForm
{
    /// <summary>Temperature asked, as typed.</summary>
    public string? Valeur { get; set; }

    /// <summary>Token of the end chosen.</summary>
    public string? Fin { get; set; }

    /// <summary>Mode to force, a name of <see cref="Telemetry.Model.Control.HeatingMode"/>.</summary>
    public string? Mode { get; set; }

    /// <summary>Reason typed.</summary>
    public string? Motif { get; set; }

    /// <summary>The code that the gateway shows on site.</summary>
    public string? Code { get; set; }

    /// <summary>What was read over, sealed.</summary>
    public string? Billet { get; set; }

    /// <summary>The order to end.</summary>
    public Guid? Ordre { get; set; }

    /// <summary>Change of the temperature by a button, one step down or up; empty when another button was pressed.</summary>
    public string? Pas { get; set; }
}
