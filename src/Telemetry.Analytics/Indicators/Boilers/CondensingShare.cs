namespace Telemetry.Analytics.Indicators.Boilers;

/// <summary>Share of the burning time in which a gas boiler can condense: return below 55 °C.</summary>
/// <remarks>Flue gas of natural gas dews at about 57 °C; condensing starts at a return of 55 °C (makers' guides). Good is 0.7 and more. Of oil the limit is 47 °C.</remarks>
public static class CondensingShare
{
    /// <summary>Return temperature of natural gas below which it condenses, °C.</summary>
    public const double GasLimitC = 55;

    /// <summary>Over a period.</summary>
    /// <param name="samples">In time order.</param>
    /// <param name="from">Start.</param>
    /// <param name="to">End.</param>
    /// <param name="longestStep">A sample holds at most this long.</param>
    /// <param name="limitC">Limit of the fuel, °C.</param>
    /// <returns>
    /// Line quantities are hours. Coverage is the time with samples ÷ the period; burning time without return temperature lowers it. Refused without burning
    /// time (<see cref="FigureProblem.NoDenominator"/>) or without samples.
    /// </returns>
    public static Figure Of(IReadOnlyList<BurnerSample> samples, DateTimeOffset from, DateTimeOffset to, TimeSpan longestStep, double limitC = GasLimitC) =>
        Of(Sum(samples, from, to, longestStep, limitC), from, to);

    /// <summary>Of what the stretches of a period, and several burners, add up to.</summary>
    internal static Figure Of(CondensingSums sums, DateTimeOffset from, DateTimeOffset to, int burners = 1)
    {
        var problem = PeriodCheck.Of(from, to) is var period && period != FigureProblem.None ? period
            : sums.Known == TimeSpan.Zero ? FigureProblem.NoReading
            : sums.Burning == TimeSpan.Zero ? FigureProblem.NoDenominator
            : FigureProblem.None;
        return problem != FigureProblem.None
            ? Figure.Refused("", from, to, problem)
            : new Figure
            {
                Value = sums.Condensing / sums.Burning,
                Unit = "",
                From = from,
                To = to,
                Coverage = Math.Min(1, sums.Known / (to - from) / burners),
                Lines = [new FigureLine("Condensing", sums.Condensing.TotalHours, "h", null, sums.Condensing / sums.Burning)],
            };
    }

    /// <summary>What a stretch of time adds.</summary>
    internal static CondensingSums Sum(IReadOnlyList<BurnerSample> samples, DateTimeOffset from, DateTimeOffset to, TimeSpan longestStep, double limitC = GasLimitC)
    {
        ArgumentNullException.ThrowIfNull(samples);
        var (burning, condensing, known) = (TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero);
        for (var at = 0; at < samples.Count; at++)
        {
            var end = at + 1 < samples.Count ? samples[at + 1].At : to;
            end = end - samples[at].At > longestStep ? samples[at].At + longestStep : end;
            var inside = (end < to ? end : to) - (samples[at].At > from ? samples[at].At : from);
            if (inside <= TimeSpan.Zero || (samples[at].Burns && !double.IsFinite(samples[at].ReturnC)))
            {
                continue;
            }

            known += inside;
            burning += samples[at].Burns ? inside : TimeSpan.Zero;
            condensing += samples[at].Burns && samples[at].ReturnC < limitC ? inside : TimeSpan.Zero;
        }

        return new CondensingSums(known, burning, condensing);
    }
}
