using Telemetry.Analytics.Indicators;
using Telemetry.Analytics.Indicators.Boilers;
using Telemetry.Analytics.Indicators.Energy;
using Telemetry.Analytics.Indicators.Operation;
using Telemetry.Analytics.Ingest;
using Telemetry.Analytics.Programmes;
using Telemetry.Analytics.Registry;
using Telemetry.Analytics.Reports.Days;
using Telemetry.Analytics.Reports.Estate;
using Telemetry.Model.Control;
using Telemetry.Model.Energy;
using Telemetry.Model.Samples;
using Telemetry.Model.Schedules;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Reports;

/// <summary>Gathers what the figures of a boiler room are made of.</summary>
/// <remarks>A year is the sum of its days, which are kept (<see cref="OperationDays"/>). Openings are those of the programme in force now: a week changed within the period is judged by its last version.</remarks>
internal sealed class Operation(IOrders orders, IProgrammes programmes, ITownRegistry registry, IEstate estate, OperationDays days) : IOperation
{
    private const int MostOrders = 5000;
    private const double LegalAfterADay = 16;
    private const double LegalAfterTwoDays = 8;
    private static readonly TimeSpan Before = TimeSpan.FromHours(12);
    private static readonly TimeSpan LongestStep = TimeSpan.FromHours(1);

    /// <inheritdoc />
    public OperationReport Of(Equipment boiler, DateTimeOffset from, DateTimeOffset to)
    {
        ArgumentNullException.ThrowIfNull(boiler);
        var programme = programmes.InForce(boiler.Id);
        var room = RoomOf(boiler, programme) is { } sensor ? days.Thin(sensor, from - Before, to) : [];
        var sums = days.Of(boiler, from, to);
        var burners = days.BurnersOf(boiler);
        var openings = programme is null ? [] : Openings(programme, from, to);
        return new OperationReport
        {
            From = from,
            To = to,
            ComfortOnTime = ComfortOnTime.Of(room, openings, from, to),
            OptimumStartError = OptimumStartError.Of(room, openings, from, to),
            Starts = burners.Count > 0 ? BurnerStarts.Of(sums.Burner, from, to, burners.Count) : NoBurner(from, to),
            ForcedHours = Has(boiler, "programme.level") ? ForcedTime.Of(sums.Forced, from, to) : Figure.Refused("h", from, to, FigureProblem.NoMeter),
            Trips = TripsAvoided.Of(Acts(boiler), from, to, TripAssumption.Usual),
            Rooms = RoomExcess.Of(room, programme is null ? [] : Plan(programme, from, to), from, to, LongestStep),
            Condensing = burners.Any(days.TellsReturn) ? CondensingShare.Of(sums.Condensing, from, to, burners.Count) : Figure.Refused("", from, to, FigureProblem.NoMeter),
            Efficiency = Efficiency(boiler, from, to),
            RegulationError = RegulationError.Of(sums.Regulation, from, to),
            Orders = OrderRates.Of(
                [.. orders.For(boiler.Id, MostOrders).Where(story => story.Order.Kind is OrderKind.Override or OrderKind.Force or OrderKind.SafeState && story.Order.RequestedAt >= from && story.Order.RequestedAt < to)
                    .Select(story => (IReadOnlyList<OrderState>)[.. story.Reports.Select(report => report.State)])], from, to),
            RepairsADay = MostADay(Has(boiler, "programme.repairs"), sums.MostRepairs, from, to),
            WritesADay = MostADay(Has(boiler, "programme.writes"), sums.MostWrites, from, to),
            InSight = Has(boiler, "flow.temperature") ? KnownShare.Of(sums.InSight, from, to) : Figure.Refused("", from, to, FigureProblem.NoMeter),
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

    // Heat at the boilers' outlet by the gas of the same days.
    private Figure Efficiency(Equipment boiler, DateTimeOffset from, DateTimeOffset to)
    {
        var building = registry.Current.Buildings.FirstOrDefault(one => one.Id == boiler.BuildingId && one.Municipality == boiler.Id.Municipality);
        var (first, last) = (CivilDays.Of(from, estate.Zone), CivilDays.Of(to, estate.Zone));
        return building is null || estate.BoilerHeat(building, first, last) is not { } heat
            ? Figure.Refused("", from, to, FigureProblem.NoMeter)
            : SeasonalEfficiency.Of(heat, estate.Days(building, Carrier.NaturalGas, first, last), estate.Zone);
    }

    private static Figure MostADay(bool told, double most, DateTimeOffset from, DateTimeOffset to) => !told
        ? Figure.Refused("1/d", from, to, FigureProblem.NoMeter)
        : double.IsNaN(most) ? Figure.Refused("1/d", from, to, FigureProblem.NoReading) : new Figure { Value = most, Unit = "1/d", From = from, To = to, Coverage = 1 };

    private static BurnerStarts NoBurner(DateTimeOffset from, DateTimeOffset to)
    {
        Figure None(string unit) => Figure.Refused(unit, from, to, FigureProblem.NoMeter);
        return new BurnerStarts(None("1/h"), None("1/h"), None("min"));
    }

    private bool Has(Equipment boiler, string name) => Known(boiler, name) is not null;

    private IEnumerable<(string Place, string By, DateTimeOffset At)> Acts(Equipment boiler) => orders.For(boiler.Id, MostOrders)
        .Where(story => story.Order.Kind != OrderKind.Reserve && story.Reports.Any(report => report.State == OrderState.Confirmed || (story.Order.Kind == OrderKind.Release && report.State == OrderState.Released)))
        .Select(story => (boiler.Id.ToString(), story.Order.By, story.Order.RequestedAt));

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
