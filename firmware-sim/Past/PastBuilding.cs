using FirmwareSim.Physics;
using FirmwareSim.Town;

namespace FirmwareSim.Past;

/// <summary>A building of the town lived fast: the same walls, people, lights and weather, with a boiler room that gives what is asked.</summary>
/// <remarks>Ten minutes a step instead of five seconds: the burner's starts are not in it, its efficiency is that of its kind at part load.</remarks>
internal sealed class PastBuilding(string id, BuildingData data, Habits habits, Appliances appliances, int seed, int channel, Story story)
{
    private const double WaterHeat = 4186;
    private readonly Rooms _rooms = new(data, data.Comfort - 1);
    private double _meanOutdoorC = 8;
    private bool _summer;

    /// <summary>The building's slug, as its gateway announces it.</summary>
    internal string Id => id;

    /// <summary>Gas of the last step, kWh PCS.</summary>
    internal double GasKWh { get; private set; }

    /// <summary>Heat of the boilers in the last step, kWh: what a meter at their outlet counts.</summary>
    internal double HeatKWh { get; private set; }

    /// <summary>Electricity of the last step, kWh.</summary>
    internal double ElectricityKWh { get; private set; }

    /// <summary>One step.</summary>
    internal void Step(double seconds, DateTimeOffset at, Sky sky)
    {
        var local = LocalTime.Of(at);
        var day = DateOnly.FromDateTime(local);
        var holiday = story.IsClosed(day);
        var presence = holiday ? 0 : Math.Clamp(habits.Presence(local), 0, 1);
        var heat = Heat(seconds, local, sky, story.Heats(day, holiday), day);
        _rooms.Step(seconds, sky, presence, heat, 0);
        var water = holiday ? 0 : habits.TapLitresPerSecond(local) * WaterHeat * (40 - Habits.ColdWaterC(local));
        var loop = presence > 0 ? habits.LoopW : 0.3 * habits.LoopW;
        var load = Math.Clamp(heat / data.BoilerPower, 0.05, 1);
        var efficiency = data.Condensing ? Efficiency.Condensing(30 + (35 * load), load) : Efficiency.Old(load);
        var standby = (heat > 0 ? 0.006 : 0.002) * data.BoilerPower * (data.Condensing ? 0.4 : 1);
        HeatKWh = (heat + water + loop) * seconds / 3.6e6;
        GasKWh = (((heat + water + loop) / efficiency) + standby) * seconds / 3.6e6;
        ElectricityKWh = Electric(at, local, sky, presence, heat > 0, day) * seconds / 3.6e6;
    }

    private double Heat(double seconds, DateTime local, Sky sky, bool asked, DateOnly day)
    {
        _meanOutdoorC += (sky.OutdoorC - _meanOutdoorC) * Math.Min(1, seconds / 43_200);
        _summer = _meanOutdoorC > 16 + (_summer ? -1 : 1);
        if (_summer)
        {
            return 0;
        }

        var target = story.Target(day, data, asked && habits.Programme.HoursToOpening(local) < Math.Min(3, data.WarmUpMostHours / 2));
        var curve = Math.Clamp((data.Comfort + 2 - sky.OutdoorC) / (data.Comfort - data.DesignOutdoor), 0.1, 1.1);
        return Math.Clamp((target - _rooms.AirC) / 1.5, 0, 1) * curve * data.EmitterPower;
    }

    private double Electric(DateTimeOffset at, DateTime local, Sky sky, double people, bool heating, DateOnly day)
    {
        var lights = people <= 0 ? 0.03 : Math.Min(1, people * 1.2) * (0.25 + (0.75 * sky.Darkness));
        var kitchen = people > 0 && Habits.Weekday(local) ? Habits.Plateau(local, 10.5, 13, 0.7) * 0.85 : 0;
        return (appliances.Base * (1 + (0.06 * Noise.Smooth(seed, channel, at, 7200)))) + story.ExtraBaseW(day)
            + (appliances.Lights * lights * story.LightShare(day)) + (appliances.Sockets * people) + (appliances.Kitchen * kitchen)
            + (people > 0 ? appliances.Ventilation : 0) + (heating ? appliances.HeatingPump + (0.0005 * data.BoilerPower) : 0);
    }
}
