using Telemetry.Model.Calendars;
using Telemetry.Model.Schedules;
using Telemetry.Model.Settings;
using Telemetry.Model.Sites;

namespace Telemetry.Model.Tests.Schedules;

/// <summary>The programme of a school, as a technician would leave it.</summary>
internal static class School
{
    internal static TimeZoneInfo Paris { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    internal static DateTimeOffset Wednesday { get; } = new(2026, 11, 25, 9, 0, 0, TimeSpan.Zero);

    internal static ZoneProgramme Classes { get; } = new()
    {
        Zone = new Zone { Id = "classes", Name = "Classes", Premises = Premises.Ordinary, Emitter = Emitter.Radiators, Setpoint = "room.temperature.sp" },
        Week = WeekPattern.Of(Slot("08:00", "18:00"), DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Thursday, DayOfWeek.Friday)
            .With(DayOfWeek.Wednesday, [Slot("08:00", "12:30")]),
        Holidays = new HolidayRules { SchoolHolidays = ProgrammeMode.Frost },
        Settings = ZoneSettings.For(Premises.Ordinary, Emitter.Radiators),
    };

    internal static Programme Programme { get; } = new()
    {
        Equipment = new EquipmentId("valmont-sur-orne", "gw-ecole", "chaufferie"),
        Version = 1,
        Previous = 0,
        By = "Camille",
        MadeAt = Wednesday,
        Zones = [Classes],
        School = new SchoolCalendar
        {
            Zone = SchoolZone.B, KnownFrom = new DateOnly(2026, 9, 1), KnownUntil = new DateOnly(2027, 7, 3),
            Holidays = [new SchoolHoliday("Vacances de Noël", new DateOnly(2026, 12, 19), new DateOnly(2027, 1, 4))],
        },
    };

    internal static Slot Slot(string from, string to, ProgrammeMode mode = ProgrammeMode.Occupied) => new(Minute(from), Minute(to), mode);

    internal static LocalMinute Minute(string text) => LocalMinute.TryParse(text, out var minute) ? minute : throw new ArgumentException(text, nameof(text));

    internal static ScheduleException Meeting(DateOnly day, string from, string to, string reason = "réunion") => new()
    {
        Id = Guid.NewGuid(), From = new CivilMoment(day, Minute(from)), To = new CivilMoment(day, Minute(to)), Mode = ProgrammeMode.Occupied, Reason = reason, By = "Camille",
    };
}
