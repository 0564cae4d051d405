using FirmwareSim.Control;
using FirmwareSim.Physics;
using FirmwareSim.Scenarios;
using FirmwareSim.Town;
using Telemetry.Analytics.Indicators.Operation;
using Telemetry.Gateway.Configuration;
using Telemetry.Gateway.Control.Programmes;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Bench.Season;

/// <summary>How a building is heated.</summary>
internal enum Way
{
    /// <summary>Comfort day and night: what a controller left in that mode does.</summary>
    Constant,

    /// <summary>The controller's own clock, with its installer's fixed warm-up rate.</summary>
    Controller,

    /// <summary>The gateway's programme: optimum start that learns, optimum stop.</summary>
    Programme,
}

/// <summary>One building through one season, heated one way.</summary>
internal sealed class Life(House house, Way way, Season season)
{
    private const double StepSeconds = 10;
    private readonly List<Sample> _room = [];
    private readonly List<Opening> _openings = [];

    internal House House => house;

    internal Way Way => way;

    internal double GasKWh { get; private set; }

    internal double PumpKWh { get; private set; }

    internal double UsefulKWh { get; private set; }

    internal double ColdKh { get; private set; }

    internal double WarmKh { get; private set; }

    internal long Starts { get; private set; }

    internal double TimeRatio { get; private set; }

    internal long Writes { get; private set; }

    internal int Refused { get; private set; }

    internal IReadOnlyList<Lesson> Lessons { get; private set; } = [];

    /// <summary>Warm-ups: when decided, room, outdoor; to look into.</summary>
    internal List<string> Log { get; } = [];

    internal Life Run()
    {
        IWeather weather = season.Weather.Length > 0 ? FileWeather.Load(season.Weather, season.Seed) : new SyntheticWeather(season.Seed);
        var clock = new SeasonClock(season.From.AddDays(-season.WarmUpDays));
        var plant = new Plant(house.Site, house.Data, house.Habits, season.Seed, weather.At(clock.Now).OutdoorC);
        plant.Controller.DhwMode = CircuitMode.Standby;
        plant.Controller.Mode = way == Way.Constant ? CircuitMode.Day : CircuitMode.Auto;
        using var edge = way == Way.Programme ? new Edge(Device(), house.Unit(plant, clock), clock) : null;
        edge?.Send(house.Programme(Device().Equipment.Id, clock.Now, season.MostHours));
        var (starts, wasOpen) = (0L, true);
        for (var step = 0L; clock.Now < season.To; step++)
        {
            clock.Now += TimeSpan.FromSeconds(StepSeconds);
            var local = LocalTime.Of(clock.Now);
            var sky = weather.At(clock.Now);
            plant.Step(StepSeconds, clock.Now, local, sky, FaultBoard.Quiet);
            var minute = (step + 1) % (60 / (int)StepSeconds) == 0;
            if (minute)
            {
                edge?.Turn();
                var open = house.Habits.Programme.Covers(local);
                if (open && !wasOpen)
                {
                    _openings.Add(new Opening(clock.Now, house.Data.Comfort));
                }

                wasOpen = open;
                _room.Add(new Sample(Point, clock.Now, plant.Readings.Room, Quality.Good));
            }

            if (clock.Now <= season.From)
            {
                starts = plant.Boiler.Starts;
                continue;
            }

            Count(plant, local);
        }

        Starts = plant.Boiler.Starts - starts;
        if (edge is not null)
        {
            (TimeRatio, Writes, Refused, Lessons) = (edge.TimeRatio, edge.Writes, edge.Refused, edge.Lessons);
        }

        return this;
    }

    /// <summary>Minutes between opening and warmth, a figure for each opening that had a warm-up; by the product's own rule.</summary>
    internal IReadOnlyList<(DateTimeOffset Opening, double Minutes, double Signed)> StartErrors(int learningDays)
    {
        var found = new List<(DateTimeOffset, double, double)>();
        foreach (var opening in _openings.Where(opening => opening.At >= season.From.AddDays(learningDays)))
        {
            var first = Math.Max(0, _room.BinarySearch(new Sample(Point, opening.At.AddHours(-12), 0, Quality.Good), ByInstant));
            var near = _room.GetRange(first, Math.Min(_room.Count - first, 17 * 60));
            var figure = OptimumStartError.Of(near, [opening], opening.At, opening.At.AddMinutes(1));
            if (figure.Value is { } minutes && double.IsFinite(minutes))
            {
                var late = near.First(sample => sample.At >= opening.At).Value < opening.Setpoint - OptimumStartError.AimK;
                found.Add((opening.At, minutes, late ? minutes : -minutes));
            }
        }

        return found;
    }

    private static readonly Comparer<Sample> ByInstant = Comparer<Sample>.Create((a, b) => a.At.CompareTo(b.At));

    private static PointId Point { get; } = new(new EquipmentId("season", "gw", "chaufferie"), "room.temperature");

    private void Count(Plant plant, DateTime local)
    {
        const double Hours = StepSeconds / 3600;
        GasKWh += plant.Boiler.FuelW / 1000 * Hours;
        UsefulKWh += plant.HeatW / 1000 * Hours;
        PumpKWh += plant.Pumping ? house.PumpW / 1000 * Hours : 0;
        if (house.Habits.Programme.Covers(local))
        {
            var room = (0.9 * plant.Rooms.AirC) + (0.1 * plant.Rooms.MassC);
            ColdKh += Math.Max(0, house.Data.Comfort - Season.BandBelowK - room) * Hours;
            WarmKh += Math.Max(0, room - Season.HighC) * Hours;
        }
    }

    private DeviceConfiguration Device() => Installation.Load(Path.Combine(season.Root, "sites/demo", house.Site + ".yaml"), Path.Combine(season.Root, "devices"), _ => null).Value!
        .Devices.First(device => device.Equipment.Id.Device == "chaufferie");
}
