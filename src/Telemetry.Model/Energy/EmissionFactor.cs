namespace Telemetry.Model.Energy;

/// <summary>An emission factor with everything needed to trace and defend it (GHG Protocol).</summary>
public sealed record EmissionFactor
{
    /// <summary>Its name in the factor file: <c>elec-fr-mix-2025</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The carrier it applies to.</summary>
    public required Carrier Carrier { get; init; }

    /// <summary>kgCO2e for one kWh, on the basis that <see cref="Unit"/> names; at least 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative or not a number.</exception>
    public required double Value
    {
        get;
        init => field = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value));
    }

    /// <summary>Unit with its basis: <c>kgCO2e/kWh</c>, <c>kgCO2e/kWh PCS</c>.</summary>
    public required string Unit { get; init; }

    /// <summary>What it includes: combustion, upstream, losses.</summary>
    public required string Perimeter { get; init; }

    /// <summary>Data year of the factor, not the year it was published; null when its source gives none.</summary>
    public required int? Year { get; init; }

    /// <summary>Half width of the factor's 95 % range, as a share of it (0.05 is ±5 %); null when its source gives none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative or not a number.</exception>
    public double? Uncertainty
    {
        get;
        init => field = value is null or >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value));
    }

    /// <summary>Where the value was read.</summary>
    public required string Source { get; init; }
}
