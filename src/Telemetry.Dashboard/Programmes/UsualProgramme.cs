using Telemetry.Model.Calendars;
using Telemetry.Model.Schedules;
using Telemetry.Model.Settings;
using Telemetry.Model.Sites;

namespace Telemetry.Dashboard.Programmes;

/// <summary>The programme proposed for a boiler room that has none: one zone, the hours such a building usually has. Pure.</summary>
internal static class UsualProgramme
{
    private static readonly DayOfWeek[] WorkingDays = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];
    private static readonly DayOfWeek[] AllDays = [.. WorkingDays, DayOfWeek.Saturday, DayOfWeek.Sunday];

    /// <summary>The first version.</summary>
    /// <param name="equipment">The boiler room.</param>
    /// <param name="building">What it heats.</param>
    /// <param name="emitter">What gives the heat.</param>
    /// <param name="setpoint">Name of the controller's point that takes the set point; null where there is none.</param>
    /// <param name="roomSensor">A sensor of the building; null for the controller's own.</param>
    /// <param name="by">Who makes it.</param>
    /// <param name="at">When, UTC.</param>
    public static Programme For(Equipment equipment, Building building, Emitter emitter, string? setpoint, PointId? roomSensor, string by, DateTimeOffset at)
    {
        var premises = PremisesOf(building.Use);
        return new Programme
        {
            Equipment = equipment.Id,
            Version = 1,
            Previous = 0,
            By = by,
            MadeAt = at,
            Zones =
            [
                new ZoneProgramme
                {
                    Zone = new Zone
                    {
                        Id = "zone-1", Name = building.Name, Premises = premises, Emitter = emitter, Setpoint = setpoint, RoomSensor = roomSensor,
                        Owner = ScheduleOwner.Gateway,
                    },
                    Week = WeekOf(building.Use),
                    Settings = ZoneSettings.For(premises, emitter),
                },
            ],
        };
    }

    /// <summary>What the law's temperatures go by.</summary>
    public static Premises PremisesOf(BuildingUse use) => use switch
    {
        BuildingUse.Nursery => Premises.SmallChildren,
        BuildingUse.Gymnasium => Premises.SportHall,
        _ => Premises.Ordinary,
    };

    private static WeekPattern WeekOf(BuildingUse use) => use switch
    {
        BuildingUse.School => WeekPattern.Of(Slot(8, 0, 18, 0), WorkingDays),
        BuildingUse.Gymnasium => WeekPattern.Of(Slot(9, 0, 22, 0), AllDays),
        BuildingUse.Nursery => WeekPattern.Of(Slot(7, 30, 18, 30), WorkingDays),
        _ => WeekPattern.Of(Slot(8, 30, 17, 30), WorkingDays),
    };

    private static Slot Slot(int fromHour, int fromMinute, int toHour, int toMinute) =>
        new(new LocalMinute((fromHour * 60) + fromMinute), new LocalMinute((toHour * 60) + toMinute), ProgrammeMode.Occupied);
}
