using Telemetry.Model.Calendars;
using Telemetry.Model.Schedules;
using Telemetry.Model.Settings;
using Telemetry.Model.Sites;

namespace Telemetry.Gateway.Tests.Control.Programmes;

/// <summary>The school's programme: Monday to Friday, 08:00 to 18:00, 19 and 16 °C.</summary>
internal static class SchoolProgramme
{
    internal static TimeZoneInfo Paris { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    internal static EquipmentId Boilers { get; } = new("valmont-sur-orne", "gw-ecole", "chaufferie");

    internal static ZoneProgramme Classes { get; } = new()
    {
        Zone = new Zone { Id = "classes", Name = "Classes", Premises = Premises.Ordinary, Emitter = Emitter.Radiators, Setpoint = "room.temperature.sp", Owner = ScheduleOwner.Gateway },
        Week = WeekPattern.Of(
            new Slot(new LocalMinute(480), new LocalMinute(1080), ProgrammeMode.Occupied), DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday),
        Settings = ZoneSettings.For(Premises.Ordinary, Emitter.Radiators),
    };

    internal static Programme First { get; } = new()
    {
        Equipment = Boilers, Version = 1, Previous = 0, By = "Camille", MadeAt = new DateTimeOffset(2026, 1, 5, 10, 0, 0, TimeSpan.Zero), Zones = [Classes],
    };

    internal static Programme Owned(ScheduleOwner owner, int version = 1) => First with
    {
        Version = version, Previous = version - 1, Zones = [Classes with { Zone = Classes.Zone with { Owner = owner } }],
    };
}
