using Telemetry.Analytics.Ingest;
using Telemetry.Model.Sites;

namespace Telemetry.Dashboard.Boilers;

/// <summary>One boiler room as the pages show it.</summary>
internal sealed record BoilerRoom
{
    public required Equipment Equipment { get; init; }

    public required Building Building { get; init; }

    public required BoilerFacts Facts { get; init; }

    public Reading? Flow { get; init; }

    public Reading? Return { get; init; }

    public Reading? Room { get; init; }

    public Reading? Outdoor { get; init; }

    /// <summary>The set point people may change, as the controller last said it.</summary>
    public Reading? Setpoint { get; init; }

    /// <summary>The writable point with its bounds; null when the controller has none.</summary>
    public Point? Writable { get; init; }

    /// <summary>Orders given, newest first.</summary>
    public IReadOnlyList<OrderStory> Orders { get; init; } = [];

    /// <summary>The order in force; null when the programme decides.</summary>
    public OrderStory? InForce => Orders.FirstOrDefault(story => story.InForce);

    /// <summary>Its page in the French site.</summary>
    public string Path => $"/chaufferies/{Uri.EscapeDataString(Equipment.Id.Gateway)}/{Uri.EscapeDataString(Equipment.Id.Device)}";

    /// <summary>Its key on the live stream.</summary>
    public string Key => $"{Equipment.Id.Gateway}/{Equipment.Id.Device}";
}
