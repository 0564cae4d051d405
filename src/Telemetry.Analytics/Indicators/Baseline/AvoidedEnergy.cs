using Telemetry.Analytics.Indicators.Energy;

namespace Telemetry.Analytics.Indicators.Baseline;

/// <summary>Avoided energy (IPMVP option C): what the baseline expects on the reporting days − what was used, with its band.</summary>
public sealed record AvoidedEnergy
{
    /// <summary>The adjusted baseline: what the days would have used.</summary>
    public required Figure Expected { get; init; }

    /// <summary>What they used.</summary>
    public required Figure Observed { get; init; }

    /// <summary>Expected − observed: positive when consumption fell. Refused when days lack.</summary>
    public required Figure Avoided { get; init; }

    /// <summary>Half width of the band around <see cref="Avoided"/>, same unit; NaN when there is none.</summary>
    public required double Band { get; init; }

    /// <summary>Confidence of the band, two-sided.</summary>
    public required double Confidence { get; init; }

    /// <summary>Reporting days that count: those with energy and temperature, the same on both sides.</summary>
    public required int Days { get; init; }

    /// <summary>Avoided ÷ expected.</summary>
    public double Fraction => Expected.Value > 0 ? Avoided.Value / Expected.Value : double.NaN;

    /// <summary>Whether the band does not cross zero. When it does, the words are « not significant ».</summary>
    public bool Significant => Avoided.Problem == FigureProblem.None && Math.Abs(Avoided.Value) > Band;

    /// <summary>The same with non-routine adjustments added to what was expected: a line each, for the days that count. The band is the model's, as before.</summary>
    /// <param name="adjustments">Declared by people.</param>
    /// <param name="days">The reporting days it was worked out from.</param>
    public AvoidedEnergy Adjusted(IEnumerable<NonRoutineAdjustment> adjustments, IEnumerable<DailyUse> days)
    {
        ArgumentNullException.ThrowIfNull(adjustments);
        ArgumentNullException.ThrowIfNull(days);
        if (Avoided.Problem != FigureProblem.None)
        {
            return this;
        }

        var counted = days.Where(day => day.Usable).DistinctBy(day => day.Day).ToList();
        var lines = adjustments.Select(one => (one.Reason, Days: counted.Count(day => one.Covers(day.Day)), one.PerDay)).Where(one => one.Days > 0)
            .Select(one => new FigureLine(one.Reason, one.Days, "d", null, one.Days * one.PerDay)).ToList();
        Figure With(Figure figure) => figure with { Value = figure.Value + lines.Sum(line => line.Result), Lines = [.. figure.Lines, .. lines] };
        return lines.Count == 0 ? this : this with { Expected = With(Expected), Avoided = With(Avoided) };
    }

    /// <summary>Avoided energy over the local days of <c>[from, to)</c>.</summary>
    /// <param name="model">The baseline.</param>
    /// <param name="days">Reporting days; those not usable count as missing, on both sides.</param>
    /// <param name="from">First day.</param>
    /// <param name="to">Day after the last.</param>
    /// <param name="zone">Whose days.</param>
    /// <param name="confidence">Of the band.</param>
    /// <param name="unit">Unit of the energies.</param>
    /// <returns>Refused under 90 % of usable days, so that no saving comes from days that fell out; never scaled.</returns>
    public static AvoidedEnergy Of(
        TemperatureModel model, IEnumerable<DailyUse> days, DateOnly from, DateOnly to, TimeZoneInfo zone, double confidence = 0.9, string unit = "kWh")
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(days);
        var (start, end) = (CivilDays.Start(from, zone), CivilDays.Start(to, zone));
        var counted = days.Where(day => day.Usable && day.Day >= from && day.Day < to).DistinctBy(day => day.Day).ToList();
        var length = to.DayNumber - from.DayNumber;
        var problem = PeriodCheck.Of(start, end);
        if (problem == FigureProblem.None && counted.Count < BaselineGate.LeastShare * length)
        {
            problem = counted.Count == 0 ? FigureProblem.NoReading : FigureProblem.LowCoverage;
        }

        Figure Of(double value, string label) => problem != FigureProblem.None
            ? Figure.Refused(unit, start, end, problem)
            : new Figure
            {
                Value = value,
                Unit = unit,
                From = start,
                To = end,
                Coverage = (double)counted.Count / length,
                Lines = [new FigureLine(label, counted.Count, "d", null, value)],
            };

        var (expected, observed) = (Of(counted.Sum(day => model.Predict(day.Temperature)), "Expected"), Of(counted.Sum(day => day.Use), "Observed"));
        return new AvoidedEnergy
        {
            Expected = expected,
            Observed = observed,
            Avoided = Of(expected.Value - observed.Value, "Avoided") with
            {
                Lines = problem != FigureProblem.None ? [] :
                [
                    new FigureLine("Expected", counted.Count, "d", null, expected.Value),
                    new FigureLine("Observed", counted.Count, "d", null, -observed.Value),
                ],
            },
            Band = problem == FigureProblem.None ? SavingsUncertainty.Band(model.Statistics, counted.Count, confidence) : double.NaN,
            Confidence = confidence,
            Days = counted.Count,
        };
    }
}
