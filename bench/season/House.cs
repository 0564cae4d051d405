using FirmwareSim.Control;
using FirmwareSim.Modbus;
using FirmwareSim.Physics;
using FirmwareSim.Scenarios;
using FirmwareSim.Town;
using Telemetry.Model.Calendars;
using Telemetry.Model.Schedules;
using Telemetry.Model.Settings;
using Telemetry.Model.Sites;

namespace Telemetry.Bench.Season;

/// <summary>One of the four buildings: its physics, its controller, its people, and the programme a technician would set.</summary>
internal sealed record House(string Name, string Site, BuildingData Data, Habits Habits, Premises Premises, Emitter Emitter, double PumpW)
{
    internal static readonly IReadOnlyList<House> All =
    [
        new("école", "ecole", BuildingSets.School, Habits.School, Premises.Ordinary, Emitter.Radiators, 900),
        new("gymnase", "gymnase", BuildingSets.Gymnasium, Habits.Gymnasium, Premises.SportHall, Emitter.UnitHeaters, 2300),
        new("mairie", "mairie", BuildingSets.TownHall, Habits.TownHall, Premises.Ordinary, Emitter.Radiators, 380),
        new("crèche", "creche", BuildingSets.Nursery, Habits.Nursery, Premises.SmallChildren, Emitter.Underfloor, 130),
    ];

    internal IModbusUnit Unit(Plant plant, TimeProvider clock) => Site switch
    {
        "ecole" => new TrovisUnit(plant, Site, 5578, FaultBoard.Quiet, clock),
        "mairie" => new TrovisUnit(plant, Site, 5576, FaultBoard.Quiet, clock),
        _ => new EclUnit(plant, Site, FaultBoard.Quiet, _ => { }),
    };

    /// <summary>The hours in which people are there, at the set points of the building; nothing else but defaults.</summary>
    internal Programme Programme(EquipmentId equipment, DateTimeOffset now, double mostHours)
    {
        DayOfWeek[] days = Habits.Programme.WeekendToo
            ? [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday]
            : [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];
        var settings = ZoneSettings.For(Premises, Emitter);
        return new Programme
        {
            Equipment = equipment, Version = 1, Previous = 0, By = "Season", MadeAt = now,
            Zones =
            [
                new ZoneProgramme
                {
                    Zone = new Zone { Id = "all", Name = Name, Premises = Premises, Emitter = Emitter, Setpoint = "room.temperature.sp", Owner = ScheduleOwner.Gateway },
                    Week = WeekPattern.Of(new Slot(new LocalMinute((int)(Habits.Programme.Opens * 60)), new LocalMinute((int)(Habits.Programme.Closes * 60)), ProgrammeMode.Occupied), days),
                    // The simulated people know no public holidays.
                    Holidays = new HolidayRules { PublicHolidays = null },
                    Settings = settings with { OptimumStartMost = Emitter == Emitter.Underfloor ? settings.OptimumStartMost : mostHours },
                },
            ],
        };
    }
}
