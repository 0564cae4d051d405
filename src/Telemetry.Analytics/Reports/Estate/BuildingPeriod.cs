using Telemetry.Analytics.Indicators;
using Telemetry.Model.Energy;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Reports.Estate;

/// <summary>A building over a period of whole days.</summary>
public sealed record BuildingPeriod
{
    /// <summary>The building.</summary>
    public required Building Building { get; init; }

    /// <summary>Every day of the period, by carrier: what all its figures sum.</summary>
    public required IReadOnlyDictionary<Carrier, IReadOnlyList<DayEnergy>> Days { get; init; }

    /// <summary>Energy, kWh (gas: PCS), by carrier and in total.</summary>
    public required EnergyByCarrier Energy { get; init; }

    /// <summary>The same days of the year before.</summary>
    public required EnergyByCarrier EnergyBefore { get; init; }

    /// <summary>Energy ÷ heated floor area, kWh/m².</summary>
    public required Figure PerSquareMetre { get; init; }

    /// <summary>Change on the year before, as measured, a ratio; refused when the two are not measured alike.</summary>
    public required Figure Change { get; init; }

    /// <summary>Energy brought to the mean climate, kWh.</summary>
    public required Figure Adjusted { get; init; }

    /// <summary>The year before, brought to the same climate, kWh.</summary>
    public required Figure AdjustedBefore { get; init; }

    /// <summary>Cost, EUR including tax, from the invoices of the period.</summary>
    public required Figure Cost { get; init; }

    /// <summary>Cost of the year before.</summary>
    public required Figure CostBefore { get; init; }

    /// <summary>Gas measured against what the weather of the period explains, from the year before; null without gas or weather.</summary>
    public Expectation? Expectation { get; init; }

    /// <summary>Share of electricity used at night and on days without work; refused without hours.</summary>
    public required Figure ClosedShare { get; init; }

    /// <summary>Deviation from what was expected, a ratio: 0.09 is 9 % more; NaN when nothing was expected.</summary>
    public double Deviation => Expectation is { } one && one.Savings.Avoided.Problem == FigureProblem.None ? -one.Savings.Fraction : double.NaN;
}
