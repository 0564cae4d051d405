namespace Telemetry.Analytics.Alarms.Rules;

/// <summary>How much water a network took in a day, against a limit and against its own usual (A06). Pure.</summary>
internal static class MakeUpWater
{
    /// <summary>Half as much again as on the usual day is too much.</summary>
    private const double More = 1.5;

    /// <summary>Under this no day is unusual, m³: half of nearly nothing says nothing.</summary>
    private const double Least = 0.003;

    /// <summary>A millilitre, m³: what sums of litres lose in binary is no leak.</summary>
    private const double Nothing = 1e-6;

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>So many days before the last one are a usual to compare with.</summary>
    private static readonly TimeSpan Known = TimeSpan.FromDays(3);

    internal static Verdict Of(Situation at, AlarmRule rule)
    {
        if (at.Trail("makeup.volume") is not { } trail || at.Live("makeup.volume") is not { } now)
        {
            return Verdict.Unknown;
        }

        var lastDay = trail.Since(at.Now - Day);
        var taken = now - lastDay.Select(one => one.Value).DefaultIfEmpty(now).First();
        var limit = Unusual(trail, at.Now - Day, lastDay) is { } unusual ? Math.Min(unusual, rule.Limit) : rule.Limit;
        return new Verdict(taken > limit + Nothing - (at.Standing ? rule.Hysteresis : 0), taken, limit);
    }

    // Between two instants a meter may show one of its steps too much: a pulse of ten litres a week is no change of habit.
    private static double? Unusual(Trail trail, DateTimeOffset before, IReadOnlyList<(DateTimeOffset At, double Value)> lastDay)
    {
        var usual = trail.Values.TakeWhile(one => one.At <= before).ToList();
        var steps = lastDay.Zip(lastDay.Skip(1), (first, second) => second.Value - first.Value).Where(step => step > Nothing).ToList();
        if (usual.Count < 2 || usual[^1].At - usual[0].At < Known || steps.Count == 0)
        {
            return null;
        }

        return Math.Max(Least, More * (usual[^1].Value - usual[0].Value) / (usual[^1].At - usual[0].At).TotalDays) + steps.Min();
    }
}
