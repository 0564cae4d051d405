using Telemetry.Model.Alarms;

namespace Telemetry.Analytics.Indicators.Alarms;

/// <summary>How many alarms, how soon answered, how soon over. Pure.</summary>
/// <remarks>
/// An alarm explained by another is its effect, and is not counted. Aims: at most one alarm a site a day, and about 5 / 15 / 80 % from high to low
/// (ISA-18.2, IEC 62682); P1 answered within 15 minutes and restored within 4 hours. What turned worse counts as answered once somebody took charge of it
/// as bad as it is, and the time runs from when it turned so.
/// </remarks>
/// <param name="From">Begin of the period, UTC.</param>
/// <param name="To">End, excluded, UTC.</param>
/// <param name="PerSitePerDay">Alarms raised per site and day; null without sites or time.</param>
/// <param name="ByPriority">Each priority, worst first.</param>
public sealed record AlarmFigures(DateTimeOffset From, DateTimeOffset To, double? PerSitePerDay, IReadOnlyList<PriorityFigures> ByPriority)
{
    /// <summary>The figures of a period.</summary>
    /// <param name="alarms">Alarms; those raised outside the period are let aside.</param>
    /// <param name="sites">How many sites were watched.</param>
    /// <param name="from">Begin, UTC.</param>
    /// <param name="to">End, excluded, UTC.</param>
    public static AlarmFigures Of(IEnumerable<Alarm> alarms, int sites, DateTimeOffset from, DateTimeOffset to)
    {
        var counted = alarms.Where(alarm => alarm.RaisedAt >= from && alarm.RaisedAt < to && alarm.Cause is null).ToList();
        var days = (to - from).TotalDays;
        return new AlarmFigures(from, to, sites > 0 && days > 0 ? counted.Count / (sites * days) : null,
        [
            .. Enum.GetValues<Severity>().Select(severity => Of(severity, [.. counted.Where(alarm => alarm.Severity == severity)], counted.Count)),
        ]);
    }

    private static PriorityFigures Of(Severity severity, IReadOnlyList<Alarm> alarms, int all) => new(
        severity,
        alarms.Count,
        all == 0 ? 0 : alarms.Count / (double)all,
        AnswerTimes.Of(alarms.Where(alarm => alarm.IsTaken).Select(alarm => alarm.AcknowledgedAt!.Value - (alarm.WorsenedAt ?? alarm.RaisedAt))),
        alarms.Count(alarm => !alarm.IsTaken),
        AnswerTimes.Of(alarms.Where(alarm => alarm.ClearedAt is not null).Select(alarm => alarm.ClearedAt!.Value - alarm.RaisedAt)));
}
