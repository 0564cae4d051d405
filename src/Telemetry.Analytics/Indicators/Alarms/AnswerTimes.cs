namespace Telemetry.Analytics.Indicators.Alarms;

/// <summary>How long something took, over several alarms.</summary>
/// <param name="Count">How many alarms it is over.</param>
/// <param name="Mean">Mean; null when there is none.</param>
/// <param name="NinetiethPercentile">Nine in ten took no longer (nearest rank); null when there is none.</param>
public sealed record AnswerTimes(int Count, TimeSpan? Mean, TimeSpan? NinetiethPercentile)
{
    /// <summary>Of the times given; a negative one counts as none.</summary>
    public static AnswerTimes Of(IEnumerable<TimeSpan> times)
    {
        var sorted = times.Select(time => time < TimeSpan.Zero ? TimeSpan.Zero : time).Order().ToList();
        return sorted.Count == 0
            ? new AnswerTimes(0, null, null)
            : new AnswerTimes(sorted.Count, TimeSpan.FromSeconds(sorted.Average(time => time.TotalSeconds)), sorted[(int)Math.Ceiling(0.9 * sorted.Count) - 1]);
    }
}
