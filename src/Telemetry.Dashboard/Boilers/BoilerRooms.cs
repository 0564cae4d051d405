using Telemetry.Analytics.History;
using Telemetry.Analytics.Ingest;
using Telemetry.Analytics.Programmes;
using Telemetry.Analytics.Registry;
using Telemetry.Analytics.Reports;
using Telemetry.Analytics.Streams;
using Telemetry.Dashboard.Accounts;
using Telemetry.Dashboard.Boilers.Cascades;
using Telemetry.Dashboard.Programmes;
using Telemetry.Model.Control;
using Telemetry.Model.Measures;
using Telemetry.Model.Samples;
using Telemetry.Model.Schedules;
using Telemetry.Model.Settings;
using Telemetry.Model.Sites;

namespace Telemetry.Dashboard.Boilers;

/// <summary>Gathers what is known of each boiler room that whoever asks may see.</summary>
internal sealed class BoilerRooms(ITownRegistry registry, ILiveValues live, IOrders orders, IHistory history, IProgrammes programmes, IFigures figures, TimeProvider clock, SiteScope scope)
{
    private const int OrdersShown = 20;
    private static readonly TimeSpan FaultLookback = TimeSpan.FromDays(2);

    /// <summary>Every boiler room.</summary>
    public IReadOnlyList<BoilerRoom> All()
    {
        var town = registry.Current;
        return [.. town.Equipment.Where(one => one.Kind == EquipmentKind.BoilerRoom && scope.Covers(one.BuildingId)).Select(one => Of(one, town))];
    }

    /// <summary>The boiler rooms among some equipment, and those of the buildings whose room sensors are among it.</summary>
    public IReadOnlyList<BoilerRoom> Of(IReadOnlySet<EquipmentId> equipment)
    {
        var town = registry.Current;
        var buildings = town.Equipment.Where(one => one.Kind == EquipmentKind.RoomSensor && equipment.Contains(one.Id)).Select(one => one.BuildingId).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. town.Equipment
                .Where(one => one.Kind == EquipmentKind.BoilerRoom && (equipment.Contains(one.Id) || buildings.Contains(one.BuildingId)) && scope.Covers(one.BuildingId))
                .Select(one => Of(one, town)),
        ];
    }

    /// <summary>One boiler room; null when there is none of that name.</summary>
    public BoilerRoom? Find(string gateway, string device)
    {
        var town = registry.Current;
        var equipment = town.Equipment.FirstOrDefault(one =>
            one.Kind == EquipmentKind.BoilerRoom && string.Equals(one.Id.Gateway, gateway, StringComparison.Ordinal) && string.Equals(one.Id.Device, device, StringComparison.Ordinal));
        return equipment is not null && scope.Covers(equipment.BuildingId) ? Of(equipment, town) : null;
    }

    private BoilerRoom Of(Equipment equipment, Town town)
    {
        var now = clock.GetUtcNow();
        var readings = town.Points.Where(point => point.Id.Equipment == equipment.Id)
            .ToDictionary(point => point.Id.Name, Last, StringComparer.Ordinal);
        var building = town.Buildings.FirstOrDefault(one => one.Id == equipment.BuildingId)
            ?? new Building { Id = equipment.BuildingId, Municipality = equipment.Id.Municipality, Name = equipment.BuildingId, Use = BuildingUse.Other };
        var stories = orders.For(equipment.Id, OrdersShown);
        var room = Room(readings, equipment, town);
        return new BoilerRoom
        {
            Equipment = equipment,
            Building = building,
            Flow = readings.GetValueOrDefault("flow.temperature"),
            Return = readings.GetValueOrDefault("return.temperature"),
            Outdoor = readings.GetValueOrDefault("outdoor.temperature"),
            Room = room,
            Setpoint = readings.GetValueOrDefault("room.temperature.sp"),
            Writable = town.Points.FirstOrDefault(point =>
                point.Id.Equipment == equipment.Id && point is { Bounds: not null, Function: PointFunction.Setpoint, Id.Name: "room.temperature.sp" }),
            Slack = Lateness.Slack(clock),
            Mode = town.Points.FirstOrDefault(point => point.Id.Equipment == equipment.Id && point is { Quantity: Quantity.Mode, Id.Name: "mode" }),
            Cascade = CascadeAdvice.Of(readings, now),
            Controller = Controller(equipment, readings, town),
            HotWaterRuns = readings.GetValueOrDefault("programme.hotwater.run") is { HasValue: true } runs ? (runs.Value > 0, (int)(readings.GetValueOrDefault("programme.hotwater.run.end")?.Value ?? 0)) : null,
            Orders = stories,
            Versions = programmes.For(equipment.Id),
            Facts = Facts(equipment, readings, room, town, stories, now),
        };
    }

    // What the controller shows of its own settings, in their order.
    private static IReadOnlyList<ControllerSetting> Controller(Equipment equipment, Dictionary<string, Reading?> readings, Town town) =>
    [
        .. Enum.GetValues<Setting>().Select(setting => (Setting: setting, Point: ControllerSettings.PointOf(setting)))
            .Where(one => one.Point is not null && readings.ContainsKey(one.Point))
            .Select(one => new ControllerSetting(
                one.Setting,
                readings[one.Point!],
                town.Points.FirstOrDefault(point => point.Id == new PointId(equipment.Id, one.Point!))?.Bounds,
                readings.GetValueOrDefault("programme.kept." + one.Point) is { HasValue: true } state && Enum.IsDefined((KeptState)(int)state.Value) ? (KeptState)(int)state.Value : KeptState.None)),
    ];

    private BoilerFacts Facts(
        Equipment equipment, Dictionary<string, Reading?> readings, Reading? room, Town town, IReadOnlyList<OrderStory> stories, DateTimeOffset now)
    {
        // A town that runs fast lags behind its own clock on the wire: ages are those at the instant its gateway last told.
        var seen = Lateness.SeenAt(now, Lateness.Slack(clock), Told(equipment.Id, town));
        double? Fresh(string name) => readings.GetValueOrDefault(name)?.Fresh(seen);
        var gateway = town.Gateways.FirstOrDefault(one => one.Municipality == equipment.Id.Municipality && one.Gateway == equipment.Id.Gateway);
        // What the gateway itself says of a controller is no word of the controller.
        var known = readings.Where(one => !IsOfGateway(one.Key)).Select(one => one.Value).OfType<Reading>().ToList();
        var heard = known.Where(one => one.HasValue).Select(one => one.At).DefaultIfEmpty().Max();
        var held = stories.FirstOrDefault(story => story.InForce);
        return new BoilerFacts
        {
            Now = now,
            Zone = figures.Zone,
            GatewayOnline = gateway?.Online ?? false,
            GatewaySince = gateway?.Since ?? now,
            LastHeard = heard == default ? null : heard,
            Silent = known.TrueForAll(one => one.Fresh(seen) is null),
            FaultSince = Fresh("fault.state") > 0 ? FaultSince(new PointId(equipment.Id, "fault.state"), now) : null,
            Mode = ModeOf(Fresh("mode")),
            PumpRuns = Fresh("pump.state") is { } pump ? pump > 0 : null,
            Flow = Fresh("flow.temperature"),
            FlowSetpoint = Fresh("flow.temperature.sp"),
            AdvisedFlow = Fresh("programme.flow.setpoint"),
            Room = room?.Fresh(seen),
            RoomSetpoint = Fresh("room.temperature.sp.active"),
            FallsShort = room?.Fresh(seen) is { } measured && Fresh("room.temperature.sp.active") is { } aim && Lag.Is(measured, aim)
                && Lag.Lasts(aim, Since(equipment, "room.temperature.sp.active", now), Since(equipment, "room.temperature", now)),
            RoomTrend = room is null ? null : Trend.KelvinPerHour(history.Read(room.Point, now - Lag.Patience, now.AddTicks(1))),
            ReservedUntil = Fresh("reservation.until") is { } reserved and > 0 and < 1e11 ? DateTimeOffset.FromUnixTimeSeconds((long)reserved) : null,
            ReservationTold = readings.GetValueOrDefault("reservation.until")?.At,
            Level = Fresh("programme.level") is { } level && Enum.IsDefined((LadderLevel)(int)level) ? (LadderLevel)(int)level : null,
            Wanted = ModeOf(Fresh("programme.mode")),
            Next = Next(Fresh("programme.next.at"), ModeOf(Fresh("programme.next.mode")), Fresh("programme.next.setpoint"), now),
            After = held is null ? null : After(equipment.Id, held.Order.Until),
            Held = held?.Order,
            HeldAt = held?.Last.ReadBack ?? held?.Order.Value ?? double.NaN,
        };
    }

    // When anything last came from the gateway of an equipment: asked only where a town runs fast.
    private Func<DateTimeOffset?> Told(EquipmentId equipment, Town town) => () => town.Points
        .Where(point => point.Id.Equipment.Gateway == equipment.Gateway && point.Id.Equipment.Municipality == equipment.Municipality)
        .Select(point => live.Latest(point.Id)?.At).Max();

    private static bool IsOfGateway(string point) => point.Split('.')[0] is "programme" or "safety" or "reservation" or "cascade";

    private static HeatingMode? ModeOf(double? number) => number is { } mode && Enum.IsDefined((HeatingMode)(int)mode) ? (HeatingMode)(int)mode : null;

    private static NextChange? Next(double? seconds, HeatingMode? mode, double? setpoint, DateTimeOffset now) =>
        seconds is > 0 and < 1e11 && mode is { } wanted && DateTimeOffset.FromUnixTimeSeconds((long)seconds.Value) is var at && at > now ? new(at, wanted, setpoint) : null;

    // What the programme kept by the gateway will want at an instant.
    private NextChange? After(EquipmentId equipment, DateTimeOffset at)
    {
        if (programmes.InForce(equipment) is not { Zones: [var zone, ..] } programme || !TimeZoneInfo.TryFindSystemTimeZoneById(programme.TimeZone, out var local))
        {
            return null;
        }

        var then = new Timetable(programme, zone, local).At(at);
        return new(at, then.Mode.Heating, then.Setpoint);
    }

    // The last two hours of a point, with the value that held when they began; empty when that is not known.
    private IReadOnlyList<Sample> Since(Equipment equipment, string name, DateTimeOffset now)
    {
        var (point, from) = (new PointId(equipment.Id, name), now - Lag.Patience);
        return history.LastBefore(point, from) is { } first && from - first.At < Lag.Patience ? [first, .. history.Read(point, from, now)] : [];
    }

    // A controller without a room sensor borrows the building's own.
    private Reading? Room(Dictionary<string, Reading?> readings, Equipment equipment, Town town)
    {
        if (readings.GetValueOrDefault("room.temperature") is { HasValue: true } own)
        {
            return own;
        }

        var sensors = town.Equipment.Where(one => one.Kind == EquipmentKind.RoomSensor && one.BuildingId == equipment.BuildingId).Select(one => one.Id).ToHashSet();
        return town.Points.Where(point => sensors.Contains(point.Id.Equipment) && point.Id.Name == "room.temperature")
            .Select(Last).FirstOrDefault(one => one is { HasValue: true }) ?? readings.GetValueOrDefault("room.temperature");
    }

    private Reading? Last(Point point) => live.Latest(point.Id) is { } sample
        ? new(point.Id, sample.Value, sample.At, sample.Quality, point.Unit, point.Heartbeat)
        : null;

    private DateTimeOffset FaultSince(PointId point, DateTimeOffset now)
    {
        var since = now;
        foreach (var sample in history.Read(point, now - FaultLookback, now).Reverse())
        {
            if (sample.Value == 0)
            {
                break;
            }

            since = double.IsNaN(sample.Value) ? since : sample.At;
        }

        return since;
    }
}
