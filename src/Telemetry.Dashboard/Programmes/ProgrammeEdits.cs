using Telemetry.Model.Calendars;
using Telemetry.Model.Schedules;

namespace Telemetry.Dashboard.Programmes;

/// <summary>The changes people make to a programme, each a version more. Pure.</summary>
internal static class ProgrammeEdits
{
    /// <summary>Exceptions and closures over for longer than this are left out of the next version; older versions keep them.</summary>
    private const int DaysKept = 30;

    extension(Programme programme)
    {
        /// <summary>With one exception more, in the order of their beginnings.</summary>
        public Programme With(ScheduleException exception) =>
            programme with { Exceptions = [.. programme.Exceptions.Append(exception).OrderBy(one => one.From.Day).ThenBy(one => one.From.Minute.Minutes)] };

        /// <summary>With one closure more, in the order of their days.</summary>
        public Programme With(Closure closure) => programme with { Closures = [.. programme.Closures.Append(closure).OrderBy(one => one.From)] };

        /// <summary>Without an exception or a closure.</summary>
        public Programme Without(Guid id) => programme with
        {
            Exceptions = [.. programme.Exceptions.Where(one => one.Id != id)],
            Closures = [.. programme.Closures.Where(one => one.Id != id)],
        };

        /// <summary>With another version of one zone.</summary>
        public Programme With(ZoneProgramme zone) => programme with { Zones = [.. programme.Zones.Select(old => old.Zone.Id == zone.Zone.Id ? zone : old)] };

        /// <summary>The next version, made from the one in force.</summary>
        /// <param name="version">Its number.</param>
        /// <param name="by">Who makes it.</param>
        /// <param name="at">When, UTC.</param>
        /// <param name="reason">Why.</param>
        public Programme Next(int version, string by, DateTimeOffset at, string reason)
        {
            var oldest = CivilTime.DayOf(at, TimeZoneInfo.FindSystemTimeZoneById(programme.TimeZone)).AddDays(-DaysKept);
            return programme with
            {
                Version = version,
                Previous = programme.Version,
                Restores = null,
                By = by,
                MadeAt = at,
                Reason = reason,
                Kept = [.. programme.Kept.Select(kept => kept.Asked == SettingForm.AskedNow ? kept with { Asked = version } : kept)],
                Exceptions = [.. programme.Exceptions.Where(one => one.To.Day >= oldest)],
                Closures = [.. programme.Closures.Where(one => one.To >= oldest)],
            };
        }
    }
}
