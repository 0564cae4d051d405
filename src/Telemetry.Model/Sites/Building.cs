namespace Telemetry.Model.Sites;

/// <summary>A building of the municipality.</summary>
public sealed record Building
{
    /// <summary>A slug, unique in the municipality: <c>ecole-jules-ferry</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The municipality's slug.</summary>
    public required string Municipality { get; init; }

    /// <summary>What people call it: « École Jules-Ferry ».</summary>
    public required string Name { get; init; }

    /// <summary>What it is used for.</summary>
    public required BuildingUse Use { get; init; }

    /// <summary>Heated floor area, m²; null when nobody gave it, never zero.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to zero or less.</exception>
    public double? FloorAreaM2
    {
        get;
        init => field = value is null or > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value));
    }
}
