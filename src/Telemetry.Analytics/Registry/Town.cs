using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Registry;

/// <summary>A picture of everything installed.</summary>
public sealed record Town
{
    /// <summary>Buildings, by name.</summary>
    public IReadOnlyList<Building> Buildings { get; init; } = [];

    /// <summary>Equipment, by building then name.</summary>
    public IReadOnlyList<Equipment> Equipment { get; init; } = [];

    /// <summary>Points, by equipment then name.</summary>
    public IReadOnlyList<Point> Points { get; init; } = [];

    /// <summary>Gateways and whether they are there.</summary>
    public IReadOnlyList<GatewayLink> Gateways { get; init; } = [];
}
