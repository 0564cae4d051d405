using Telemetry.Analytics.Indicators.Energy;

namespace Telemetry.Analytics.Indicators.Comfort;

/// <summary>How far and how long a room was outside its band while people were there, K·h.</summary>
/// <param name="TooCold">∫ max(low − T, 0) dt.</param>
/// <param name="TooWarm">∫ max(T − high, 0) dt.</param>
/// <remarks>The discomfort of BOPTEST (<c>tdis_tot</c>) with both sides apart. Of a heated room high is usually max(19, set point) + 1 K.</remarks>
public sealed record ComfortHours(Figure TooCold, Figure TooWarm)
{
    /// <summary>Unit of both.</summary>
    public const string Unit = "K·h";

    /// <summary>Over a period.</summary>
    /// <param name="temperatures">°C, in time order; each holds until the next, at most <paramref name="longestStep"/>.</param>
    /// <param name="low">Lowest temperature that is comfortable, °C.</param>
    /// <param name="high">Highest, °C, at least <paramref name="low"/>.</param>
    /// <param name="occupied">The stretches in which people are there, UTC, in time order.</param>
    /// <param name="longestStep">Beyond this the temperature is not known.</param>
    /// <returns>Coverage is of the occupied time; refused without occupied time or without any temperature in it.</returns>
    public static ComfortHours Of(
        IReadOnlyList<Reading> temperatures, double low, double high, IReadOnlyList<(DateTimeOffset From, DateTimeOffset To)> occupied, TimeSpan longestStep)
    {
        ArgumentNullException.ThrowIfNull(temperatures);
        ArgumentNullException.ThrowIfNull(occupied);
        var wanted = occupied.Aggregate(TimeSpan.Zero, (sum, one) => sum + (one.To - one.From));
        if (wanted <= TimeSpan.Zero || !(high >= low))
        {
            return Refused(default, default, wanted <= TimeSpan.Zero ? FigureProblem.EmptyPeriod : FigureProblem.ImpossibleValue);
        }

        var (cold, warm, known, next) = (0.0, 0.0, TimeSpan.Zero, 0);
        for (var at = 0; at < temperatures.Count; at++)
        {
            var (from, value) = (temperatures[at].At, temperatures[at].Value);
            var to = at + 1 < temperatures.Count && temperatures[at + 1].At - from <= longestStep ? temperatures[at + 1].At : from + longestStep;
            if (!double.IsFinite(value) || value is < -40 or > 60)
            {
                continue;
            }

            while (next < occupied.Count && occupied[next].To <= from)
            {
                next++;
            }

            for (var place = next; place < occupied.Count && occupied[place].From < to; place++)
            {
                var inside = (occupied[place].To < to ? occupied[place].To : to) - (occupied[place].From > from ? occupied[place].From : from);
                known += inside;
                cold += Math.Max(low - value, 0) * inside.TotalHours;
                warm += Math.Max(value - high, 0) * inside.TotalHours;
            }
        }

        var (start, end) = (occupied[0].From, occupied[^1].To);
        if (known == TimeSpan.Zero)
        {
            return Refused(start, end, FigureProblem.NoReading);
        }

        Figure One(double value, string label) => new()
        {
            Value = value, Unit = Unit, From = start, To = end, Coverage = Math.Min(1, known / wanted), Lines = [new FigureLine(label, known.TotalHours, "h", null, value)],
        };
        return new ComfortHours(One(cold, "TooCold"), One(warm, "TooWarm"));
    }

    private static ComfortHours Refused(DateTimeOffset from, DateTimeOffset to, FigureProblem why) =>
        new(Figure.Refused(Unit, from, to, why), Figure.Refused(Unit, from, to, why));
}
