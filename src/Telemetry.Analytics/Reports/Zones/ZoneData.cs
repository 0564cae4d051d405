using Telemetry.Analytics.History;
using Telemetry.Analytics.Indicators;
using Telemetry.Analytics.Indicators.Operation;
using Telemetry.Analytics.Programmes;
using Telemetry.Analytics.Registry;
using Telemetry.Analytics.Reports.Estate;
using Telemetry.Model.Calendars;
using Telemetry.Model.Energy;
using Telemetry.Model.Samples;
using Telemetry.Model.Schedules;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Reports.Zones;

/// <summary>Gathers hours and months of a boiler room from the history and the building's energy.</summary>
internal sealed class ZoneData(IHistory history, IProgrammes programmes, ITownRegistry registry, IFigures figures, IEstate estate) : IZoneData
{
    private static readonly TimeSpan LongestStep = TimeSpan.FromHours(1);
    private static readonly string[] Burners = ["burner.state", "burner.active", "flame.state"];

    /// <inheritdoc />
    public IReadOnlyList<ZoneHour> Hours(Equipment boiler, DateTimeOffset from, DateTimeOffset to)
    {
        ArgumentNullException.ThrowIfNull(boiler);
        var hours = (int)(to - from).TotalHours;
        double[] Means(PointId? point) => point is { } known ? HourMeans.Of(WithBefore(known, from, to), from, hours, LongestStep) : [.. Enumerable.Repeat(double.NaN, hours)];
        var (flow, back, outdoor) = (Means(Own(boiler, "flow.temperature")), Means(Own(boiler, "return.temperature")), Means(Own(boiler, "outdoor.temperature")));
        var burner = Means(Burners.Select(name => Own(boiler, name)).FirstOrDefault(point => point is not null));
        var (gas, power) = (Energy(boiler, Carrier.NaturalGas, from, to), Energy(boiler, Carrier.Electricity, from, to));
        var result = new List<ZoneHour>();
        foreach (var (name, sensor, timetable) in Zones(boiler))
        {
            var room = Means(sensor);
            for (var hour = 0; hour < hours; hour++)
            {
                var at = from.AddHours(hour);
                result.Add(new ZoneHour(
                    name, at, room[hour], timetable?.At(at).Setpoint ?? double.NaN, flow[hour], back[hour], outdoor[hour], burner[hour],
                    gas.GetValueOrDefault(at, double.NaN), power.GetValueOrDefault(at, double.NaN)));
            }
        }

        return result;
    }

    /// <inheritdoc />
    public IReadOnlyList<ZoneMonth> Months(Equipment boiler, int year)
    {
        ArgumentNullException.ThrowIfNull(boiler);
        var today = estate.Today;
        return [.. Enumerable.Range(1, 12).Select(month => new DateOnly(year, month, 1)).Where(first => first <= today).Select(first => Month(boiler, first, today))];
    }

    private ZoneMonth Month(Equipment boiler, DateOnly first, DateOnly today)
    {
        var last = first.AddMonths(1) <= today ? first.AddMonths(1) : today.AddDays(1);
        var (from, to) = (CivilTime.At(first, LocalMinute.DayStart, estate.Zone), CivilTime.At(last, LocalMinute.DayStart, estate.Zone));
        var hours = (int)(to - from).TotalHours;
        double[] Means(PointId? point) => point is { } known ? HourMeans.Of(WithBefore(known, from, to), from, hours, LongestStep) : [];
        var room = Means(Zones(boiler).Select(zone => zone.Sensor).FirstOrDefault());
        var level = Own(boiler, "programme.level") is { } told ? ForcedTime.Hours(WithBefore(told, from, to), from, to, LongestStep * 3) : null;
        return new ZoneMonth(
            first, Mean(room), Mean(Means(Own(boiler, "outdoor.temperature"))), Sum(boiler, Carrier.NaturalGas, first, last), Sum(boiler, Carrier.Electricity, first, last),
            level is { Problem: FigureProblem.None } ? level.Value : double.NaN, room.Length == 0 ? 0 : room.Count(double.IsFinite) / (double)room.Length);
    }

    private IEnumerable<(string Name, PointId? Sensor, Timetable? Timetable)> Zones(Equipment boiler)
    {
        var own = Own(boiler, "room.temperature") ?? registry.Current.Points.Where(point => point.Id.Name == "room.temperature"
            && registry.Current.Equipment.Any(one => one.Id == point.Id.Equipment && one.BuildingId == boiler.BuildingId)).Select(point => (PointId?)point.Id).FirstOrDefault();
        return programmes.InForce(boiler.Id) is { Zones.Count: > 0 } programme && TimeZoneInfo.TryFindSystemTimeZoneById(programme.TimeZone, out var zone)
            ? programme.Zones.Select(one => (one.Zone.Name, one.Zone.RoomSensor ?? own, (Timetable?)new Timetable(programme, one, zone)))
            : [("", own, null)];
    }

    private Dictionary<DateTimeOffset, double> Energy(Equipment boiler, Carrier carrier, DateTimeOffset from, DateTimeOffset to) => BuildingOf(boiler) is { } building
        ? figures.Hourly(building, carrier, from, to).Where(hour => hour.Problem == FigureProblem.None).GroupBy(hour => hour.From).ToDictionary(hour => hour.Key, hour => hour.First().Value)
        : [];

    private double Sum(Equipment boiler, Carrier carrier, DateOnly from, DateOnly to)
    {
        var days = BuildingOf(boiler) is { } building ? estate.Days(building, carrier, from, to).Where(day => day.Known).ToList() : [];
        return days.Count == 0 ? double.NaN : days.Sum(day => day.KWh);
    }

    private Building? BuildingOf(Equipment boiler) =>
        registry.Current.Buildings.FirstOrDefault(one => one.Id == boiler.BuildingId && one.Municipality == boiler.Id.Municipality);

    private PointId? Own(Equipment boiler, string name) =>
        registry.Current.Points.Where(point => point.Id == new PointId(boiler.Id, name)).Select(point => (PointId?)point.Id).FirstOrDefault();

    private IReadOnlyList<Sample> WithBefore(PointId point, DateTimeOffset from, DateTimeOffset to) =>
        history.LastBefore(point, from) is { } first ? [first, .. history.Read(point, from, to)] : history.Read(point, from, to);

    private static double Mean(double[] hours) => hours.Where(double.IsFinite).DefaultIfEmpty(double.NaN).Average();
}
