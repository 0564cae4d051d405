using Telemetry.Analytics.Indicators.Energy;
using Telemetry.Model.Alarms;

namespace Telemetry.Analytics.Alarms.OnCall;

/// <summary>Who must be told next about an alarm, and when. Pure.</summary>
/// <remarks>
/// P1: first rank at once, second after 5 minutes without an answer, manager 5 minutes later; P2: 15 and 30 minutes; P3: the next working morning at
/// 07:30; P4: nobody. Taking charge ends it, until it turns worse: that is told from the first rank on. The word that all is well goes to whoever was told. After <see cref="AlarmLedger.Flutter"/> returns nobody
/// is told any more until the alarm is closed, unless it is a danger that nobody was told of before it came back. Frost protection that is suspended is told again every two hours.
/// </remarks>
public static class Escalation
{
    /// <summary>How long a call waits for others of the same moment, so that they make one message.</summary>
    public static TimeSpan Gather { get; } = TimeSpan.FromSeconds(30);

    private static readonly TimeOnly Morning = new(7, 30);
    private static readonly TimeSpan Reminder = TimeSpan.FromHours(2);

    /// <summary>The next step to take now; null when there is none yet.</summary>
    /// <param name="alarm">The alarm.</param>
    /// <param name="calls">The steps taken so far for this alarm.</param>
    /// <param name="now">The instant, UTC.</param>
    /// <param name="zone">Whose mornings.</param>
    /// <param name="isWorkingDay">Whether people work on a day.</param>
    /// <returns>The step: a rank, <see cref="Call.Restored"/>, or a reminder's number.</returns>
    public static int? Next(Alarm alarm, IReadOnlyCollection<Call> calls, DateTimeOffset now, TimeZoneInfo zone, Func<DateOnly, bool> isWorkingDay)
    {
        ArgumentNullException.ThrowIfNull(alarm);
        ArgumentNullException.ThrowIfNull(calls);
        if (alarm.Returns >= AlarmLedger.Flutter
            && (alarm.Severity != Severity.P1 || calls.Any(call => call.Alarm == alarm.Id && call.Severity == Severity.P1 && call.Returns < alarm.Returns)))
        {
            return null;
        }

        var told = calls.Where(call => call.Alarm == alarm.Id && call.Returns == alarm.Returns).ToList();
        if (!alarm.Stands)
        {
            return alarm.ClearedAt is not null && told.Exists(call => call.Step != Call.Restored) && !told.Exists(call => call.Step == Call.Restored) ? Call.Restored : null;
        }

        if (alarm.Cause is not null || alarm.IsShelved(now) || alarm.IsTaken)
        {
            return null;
        }

        var asBad = told.Where(call => call.Severity == alarm.Severity && call.Step != Call.Restored).OrderBy(call => call.At).ToList();
        return alarm.Severity switch
        {
            Severity.P1 => Ladder(alarm, asBad, now, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(5)),
            Severity.P2 => Ladder(alarm, asBad, now, TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(15)),
            Severity.P3 => asBad.Count == 0 && now >= MorningAfter(alarm.WorsenedAt ?? alarm.RaisedAt, zone, isWorkingDay) ? 1 : null,
            _ => null,
        };
    }

    /// <summary>07:30 of the first working day whose 07:30 is not before an instant.</summary>
    /// <param name="at">The instant.</param>
    /// <param name="zone">Whose mornings.</param>
    /// <param name="isWorkingDay">Whether people work on a day.</param>
    public static DateTimeOffset MorningAfter(DateTimeOffset at, TimeZoneInfo zone, Func<DateOnly, bool> isWorkingDay)
    {
        ArgumentNullException.ThrowIfNull(isWorkingDay);
        var day = CivilDays.Of(at, zone);
        for (var tries = 0; tries < 30; tries++, day = day.AddDays(1))
        {
            var local = day.ToDateTime(Morning);
            var morning = new DateTimeOffset(local, zone.GetUtcOffset(local));
            if (morning >= at && isWorkingDay(day))
            {
                return morning;
            }
        }

        return at.AddDays(1);
    }

    private static int? Ladder(Alarm alarm, List<Call> told, DateTimeOffset now, TimeSpan second, TimeSpan third) => told.Count switch
    {
        0 => now - alarm.RaisedAt >= Gather ? 1 : null,
        1 => now - told[0].At >= second ? 2 : null,
        2 => now - told[1].At >= third ? 3 : null,
        _ => alarm.Kind == AlarmKind.FrostProtectionOff && now - told[^1].At >= Reminder ? told[^1].Step + 1 : null,
    };
}
