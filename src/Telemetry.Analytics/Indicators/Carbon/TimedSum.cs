namespace Telemetry.Analytics.Indicators.Carbon;

/// <summary>Running sum of energy × intensity: one step, folded by the batch and by the live stream alike.</summary>
/// <param name="KWh">Energy that has an intensity.</param>
/// <param name="Kilograms">Its emissions.</param>
/// <param name="Estimated">The part with a filled or estimated intensity.</param>
/// <param name="GramHours">Σ g × hours of the covered time.</param>
/// <param name="Covered">Time with energy and intensity.</param>
public readonly record struct TimedSum(double KWh, double Kilograms, double Estimated, double GramHours, TimeSpan Covered)
{
    /// <summary>The sum with one more energy step; what has no energy or no intensity is left out of the coverage.</summary>
    public TimedSum With(EnergyStep energy, IGridIntensity intensity, TimeSpan step)
    {
        ArgumentNullException.ThrowIfNull(intensity);
        if (!(energy.KWh >= 0) || energy.To <= energy.From)
        {
            return this;
        }

        var sum = this;
        var length = energy.To - energy.From;
        for (var at = energy.From; at < energy.To;)
        {
            var point = intensity.At(at);
            var end = point.At + step;
            end = end > at && end < energy.To ? end : energy.To;
            if (double.IsFinite(point.GramsPerKWh))
            {
                var kWh = energy.KWh * ((end - at) / length);
                var kilograms = kWh * point.GramsPerKWh / 1000;
                sum = new TimedSum(
                    sum.KWh + kWh,
                    sum.Kilograms + kilograms,
                    sum.Estimated + (point.Estimated ? kilograms : 0),
                    sum.GramHours + (point.GramsPerKWh * (end - at).TotalHours),
                    sum.Covered + (end - at));
            }

            at = end;
        }

        return sum;
    }

    /// <summary>The sum as a figure over a period.</summary>
    public TimedCarbon ToCarbon(IGridIntensity intensity, DateTimeOffset from, DateTimeOffset to)
    {
        ArgumentNullException.ThrowIfNull(intensity);
        var unit = TimedCarbon.Unit(intensity.Perimeter);
        if (Covered <= TimeSpan.Zero)
        {
            return new TimedCarbon(Figure.Refused(unit, from, to, FigureProblem.NoFactor) with { Missing = [intensity.Name] }, double.NaN, double.NaN);
        }

        return new TimedCarbon(
            new Figure
            {
                Value = Kilograms,
                Unit = unit,
                From = from,
                To = to,
                Coverage = Math.Min(1, Covered / (to - from)),
                Estimated = Estimated,
                Lines = [new FigureLine(intensity.Name, KWh, "kWh", null, Kilograms)],
            },
            KWh > 0 ? Kilograms * 1000 / KWh : double.NaN,
            GramHours / Covered.TotalHours);
    }
}
