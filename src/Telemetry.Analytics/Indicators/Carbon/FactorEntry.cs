using Telemetry.Model.Energy;

namespace Telemetry.Analytics.Indicators.Carbon;

/// <summary>One entry of a factor set, as its file gives it: carriers we do not meter yet included.</summary>
public sealed record FactorEntry
{
    /// <summary>Its name: <c>elec-fr-mix-2025</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The carrier in the file's words: <c>electricity</c>, <c>natural gas</c>, <c>domestic fuel oil</c>.</summary>
    public required string Carrier { get; init; }

    /// <summary>The use it is for; null for all uses.</summary>
    public string? Use { get; init; }

    /// <summary>kgCO2e for one unit, at least 0.</summary>
    public required double Value { get; init; }

    /// <summary>Unit with its basis: <c>kgCO2e/kWh PCS</c>.</summary>
    public required string Unit { get; init; }

    /// <summary>What it includes.</summary>
    public required string Perimeter { get; init; }

    /// <summary>What it is the mean of; null when not said.</summary>
    public string? Scope { get; init; }

    /// <summary>Data year; null when the source gives none.</summary>
    public int? Year { get; init; }

    /// <summary>Half width of the 95 % range as a share of the value; null when the source gives none.</summary>
    public double? Uncertainty { get; init; }

    /// <summary>Where the value was read.</summary>
    public required string Source { get; init; }

    /// <summary>How sure the value is: <c>read</c> in a public source, or <c>second-hand</c>.</summary>
    public required string Status { get; init; }

    /// <summary>The factor as figures carry it.</summary>
    /// <param name="carrier">The carrier it is applied to.</param>
    public EmissionFactor For(Carrier carrier) => new()
    {
        Id = Id,
        Carrier = carrier,
        Value = Value,
        Unit = Unit,
        Perimeter = Scope is null ? Perimeter : $"{Perimeter} ({Scope})",
        Year = Year,
        Uncertainty = Uncertainty,
        Source = Status == "read" ? Source : $"{Source} [{Status}]",
    };
}
