using Telemetry.Analytics.History;
using Telemetry.Analytics.Indicators;
using Telemetry.Analytics.Indicators.Operation;
using Telemetry.Analytics.Ingest;
using Telemetry.Analytics.Programmes;
using Telemetry.Analytics.Registry;
using Telemetry.Model.Control;
using Telemetry.Model.Samples;
using Telemetry.Model.Schedules;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Reports;

/// <summary>Gathers what the figures of a boiler room are made of.</summary>
/// <remarks>Openings are those of the programme in force now: a week changed within the period is judged by its last version.</remarks>
internal sealed class Operation(IHistory history, IOrders orders, IProgrammes programmes, ITownRegistry registry) : IOperation
{
    private const int MostOrders = 5000;
    private static readonly TimeSpan Before = TimeSpan.FromHours(12);
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
