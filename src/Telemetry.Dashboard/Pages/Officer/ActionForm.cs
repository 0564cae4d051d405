using System.Globalization;
using Telemetry.Analytics.Reports.Actions;

namespace Telemetry.Dashboard.Pages.Officer;

/// <summary>What the form of an action holds, as typed.</summary>
internal sealed class ActionForm
{
    public string? Batiment { get; set; }

    /// <summary>The anomaly it answers.</summary>
    public string? Origine { get; set; }

    public string? Titre { get; set; }

    public string? Responsable { get; set; }

    public string? Echeance { get; set; }

    public string? Cout { get; set; }

    public string? Gain { get; set; }

    public ActionState Etat { get; set; }

    public string? Faite { get; set; }

    public string? Remarque { get; set; }

    /// <summary>The action typed, over one that is there or a new one; null when something is missing or wrong.</summary>
    public EnergyAction? Read(EnergyAction? over, string building)
    {
        var (cost, gain) = (Number(Cout), Number(Gain));
        if (building.Length == 0 || Text(Titre, 200) is not { } title || Text(Responsable, 100) is not { } owner || Day(Echeance) is not { } due
            || !Enum.IsDefined(Etat) || cost is < 0 || gain is < 0 || double.IsNaN(cost ?? 0) || double.IsNaN(gain ?? 0))
        {
            return null;
        }

        var action = over ?? new EnergyAction { Building = building, Title = title, Owner = owner, Due = due, Origin = Text(Origine, 200) ?? "" };
        return action with { Title = title, Owner = owner, Due = due, Cost = cost, ExpectedKWh = gain, State = Etat, Done = Etat == ActionState.Done ? Day(Faite) : null };
    }

    private static string? Text(string? typed, int most) => typed?.Trim() is { Length: > 0 } text && text.Length <= most ? text : null;

    private static DateOnly? Day(string? typed) =>
        DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and < 2100 ? day : null;

    private static double? Number(string? typed) => string.IsNullOrWhiteSpace(typed) ? null
        : double.TryParse(typed.Trim().Replace(',', '.').Replace(" ", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number
        : double.NaN;
}
