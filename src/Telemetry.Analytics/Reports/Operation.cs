using Telemetry.Analytics.History;
using Telemetry.Analytics.Indicators;
using Telemetry.Analytics.Indicators.Boilers;
using Telemetry.Analytics.Indicators.Energy;
using Telemetry.Analytics.Indicators.Operation;
using Telemetry.Analytics.Ingest;
using Telemetry.Analytics.Programmes;
using Telemetry.Analytics.Registry;
using Telemetry.Analytics.Reports.Estate;
using Telemetry.Model.Control;
using Telemetry.Model.Energy;
using Telemetry.Model.Samples;
using Telemetry.Model.Schedules;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Reports;

/// <summary>Gathers what the figures of a boiler room are made of.</summary>
/// <remarks>Openings are those of the programme in force now: a week changed within the period is judged by its last version.</remarks>
internal sealed class Operation(IHistory history, IOrders orders, IProgrammes programmes, ITownRegistry registry, IEstate estate) : IOperation
{
    private const int MostOrders = 5000;
    private const double LegalAfterADay = 16;
    private const double LegalAfterTwoDays = 8;
    private static readonly TimeSpan Before = TimeSpan.FromHours(12);
    private static readonly TimeSpan LongestStep = TimeSpan.FromHours(1);
    private static readonly string[] Burners = ["burner.state", "burner.active", "flame.state"];

    /// <inheritdoc />
    public OperationReport Of(Equipment boiler, DateTimeOffset from, DateTimeOffset to)
    {
        ArgumentNullException.ThrowIfNull(boiler);
        var programme = programmes.InForce(boiler.Id);
        var room = RoomOf(boiler, programme) is { } sensor ? history.Read(sensor, from - Before, to) : [];
        var openings = programme is null ? [] : Openings(programme, from, to);
        return new OperationReport
        {
            From = from,
            To = to,
            ComfortOnTime = ComfortOnTime.Of(room, openings, from, to),
            OptimumStartError = OptimumStartError.Of(room, openings, from, to),
            Starts = Starts(boiler, from, to),
            ForcedHours = Known(boiler, "programme.level") is { } level
                ? ForcedTime.Hours(WithBefore(level.Id, from, to), from, to, level.Heartbeat * 3)
                : Figure.Refused("h", from, to, FigureProblem.NoMeter),
            Trips = TripsAvoided.Of(Acts(boiler), from, to, TripAssumption.Usual),
            Rooms = RoomExcess.Of(room, programme is null ? [] : Plan(programme, from, to), from, to, LongestStep),
            Condensing = Condensing(boiler, from, to),
            Efficiency = Efficiency(boiler, from, to),
            RegulationError = RegulationError.Of(
                Series(boiler, "flow.temperature", from, to), Series(boiler, "flow.temperature.sp", from, to), Series(boiler, "pump.state", from, to), from, to, LongestStep),
            Orders = OrderRates.Of(
                [.. orders.For(boiler.Id, MostOrders).Where(story => story.Order.Kind is OrderKind.Override or OrderKind.Force or OrderKind.SafeState && story.Order.RequestedAt >= from && story.Order.RequestedAt < to)
                    .Select(story => (IReadOnlyList<OrderState>)[.. story.Reports.Select(report => report.State)])], from, to),
            RepairsADay = MostADay(boiler, "programme.repairs", from, to),
            WritesADay = MostADay(boiler, "programme.writes", from, to),
            InSight = Known(boiler, "flow.temperature") is { } flow
                ? KnownShare.Of(WithBefore(flow.Id, from, to), from, to, flow.Heartbeat * 3)
                : Figure.Refused("", from, to, FigureProblem.NoMeter),
            HourlyRoom = Hours(room, from, to),
        };
    }

    /// <summary>Share of whole hours with at least one usable value.</summary>
    internal static double Hours(IReadOnlyList<Sample> samples, DateTimeOffset from, DateTimeOffset to)
    {
        var all = (int)(to - from).TotalHours;
        var known = samples.Where(sample => sample.At >= from && sample.At < from.AddHours(all) && !sample.Quality.IsBad)
            .Select(sample => (int)(sample.At - from).TotalHours).Distinct().Count();
        return all == 0 ? 0 : known / (double)all;
    }

    /// <summary>The moments at which a zone becomes occupied.</summary>
    internal static IReadOnlyList<Opening> Openings(Programme programme, DateTimeOffset from, DateTimeOffset to)
    {
        if (programme.Zones.Count == 0 || !TimeZoneInfo.TryFindSystemTimeZoneById(programme.TimeZone, out var zone))
        {
            return [];
        }

        return
        [
            .. new Timetable(programme, programme.Zones[0], zone).Between(from, to).Skip(1)
                .Where(change => change.To.Mode == ProgrammeMode.Occupied).Select(change => new Opening(change.At, change.To.Setpoint)),
        ];
    }

    /// <summary>What a programme said of each stretch of a period.</summary>
    internal static IReadOnlyList<Occupancy> Plan(Programme programme, DateTimeOffset from, DateTimeOffset to)
    {
        if (programme.Zones.Count == 0 || !TimeZoneInfo.TryFindSystemTimeZoneById(programme.TimeZone, out var zone))
        {
            return [];
        }

        var changes = new Timetable(programme, programme.Zones[0], zone).Between(from, to);
        return
        [
            .. changes.Select((change, index) => new Occupancy(
                change.At > from ? change.At : from, index + 1 < changes.Count ? changes[index + 1].At : to, change.To.Mode == ProgrammeMode.Occupied, change.To.Setpoint,
                change.To.Mode == ProgrammeMode.Frost ? LegalAfterTwoDays : LegalAfterADay)),
        ];
    }

    private Figure Condensing(Equipment boiler, DateTimeOffset from, DateTimeOffset to)
    {
        if (Burners.Select(name => Known(boiler, name)).FirstOrDefault(point => point is not null) is not { } burner || Known(boiler, "return.temperature") is not { } back)
        {
            return Figure.Refused("", from, to, FigureProblem.NoMeter);
        }

        // Each time one of the two speaks, with what the other last said.
        var (burns, degrees) = (false, double.NaN);
        var moments = new List<BurnerSample>();
        foreach (var sample in WithBefore(burner.Id, from, to).Concat(WithBefore(back.Id, from, to)).OrderBy(sample => sample.At))
        {
            (burns, degrees) = sample.Point == burner.Id ? (!sample.Quality.IsBad && sample.Value > 0, degrees) : (burns, sample.Quality.IsBad ? double.NaN : sample.Value);
            moments.Add(new BurnerSample(sample.At, burns, degrees));
        }

        return CondensingShare.Of(moments, from, to, LongestStep);
    }

    // Heat at the boilers' outlet by the gas of the same days.
    private Figure Efficiency(Equipment boiler, DateTimeOffset from, DateTimeOffset to)
    {
        var building = registry.Current.Buildings.FirstOrDefault(one => one.Id == boiler.BuildingId && one.Municipality == boiler.Id.Municipality);
        var (first, last) = (CivilDays.Of(from, estate.Zone), CivilDays.Of(to, estate.Zone));
        return building is null || estate.BoilerHeat(building, first, last) is not { } heat
            ? Figure.Refused("", from, to, FigureProblem.NoMeter)
            : SeasonalEfficiency.Of(heat, estate.Days(building, Carrier.NaturalGas, first, last), estate.Zone);
    }

    private Figure MostADay(Equipment boiler, string name, DateTimeOffset from, DateTimeOffset to)
    {
        if (Known(boiler, name) is not { } point)
        {
            return Figure.Refused("1/d", from, to, FigureProblem.NoMeter);
        }

        var values = history.Read(point.Id, from, to).Where(sample => !sample.Quality.IsBad).Select(sample => sample.Value).ToList();
        return values.Count == 0
            ? Figure.Refused("1/d", from, to, FigureProblem.NoReading)
            : new Figure { Value = values.Max(), Unit = "1/d", From = from, To = to, Coverage = 1 };
    }

    private IReadOnlyList<Sample> Series(Equipment boiler, string name, DateTimeOffset from, DateTimeOffset to) =>
        Known(boiler, name) is { } point ? WithBefore(point.Id, from, to) : [];

    private BurnerStarts Starts(Equipment boiler, DateTimeOffset from, DateTimeOffset to)
    {
        if (Burners.Select(name => Known(boiler, name)).FirstOrDefault(point => point is not null) is { } burner)
        {
            return BurnerStarts.Of(WithBefore(burner.Id, from, to), from, to, burner.Heartbeat * 3);
        }

        Figure None(string unit) => Figure.Refused(unit, from, to, FigureProblem.NoMeter);
        return new BurnerStarts(None("1/h"), None("1/h"), None("min"));
    }

    private IEnumerable<(string Place, string By, DateTimeOffset At)> Acts(Equipment boiler) => orders.For(boiler.Id, MostOrders)
        .Where(story => story.Order.Kind != OrderKind.Reserve && story.Reports.Any(report => report.State == OrderState.Confirmed || (story.Order.Kind == OrderKind.Release && report.State == OrderState.Released)))
        .Select(story => (boiler.Id.ToString(), story.Order.By, story.Order.RequestedAt));

    private IReadOnlyList<Sample> WithBefore(PointId point, DateTimeOffset from, DateTimeOffset to) =>
        history.LastBefore(point, from) is { } first ? [first, .. history.Read(point, from, to)] : history.Read(point, from, to);

    private Point? Known(Equipment boiler, string name) => registry.Current.Points.FirstOrDefault(point => point.Id == new PointId(boiler.Id, name));

    private PointId? RoomOf(Equipment boiler, Programme? programme)
    {
        if (programme?.Zones is [{ Zone.RoomSensor: { } chosen }, ..])
        {
            return chosen;
        }

        var town = registry.Current;
        return Known(boiler, "room.temperature")?.Id ?? town.Points.FirstOrDefault(point => point.Id.Name == "room.temperature"
            && town.Equipment.Any(one => one.Id == point.Id.Equipment && one.BuildingId == boiler.BuildingId))?.Id;
    }
}
