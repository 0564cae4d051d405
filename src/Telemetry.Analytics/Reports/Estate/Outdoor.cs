using Telemetry.Analytics.Imports;
using Telemetry.Analytics.Imports.Mapping;
using Telemetry.Analytics.Indicators.Climate;
using Telemetry.Analytics.Indicators.Energy;

namespace Telemetry.Analytics.Reports.Estate;

/// <summary>Outdoor temperatures by day of one weather station, from what was imported of it.</summary>
internal sealed class Outdoor(IImports imports, string? station, TimeZoneInfo zone)
{
    private static readonly DateTimeOffset Begin = new(1990, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Ever = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly Lock _gate = new();
    private long _edition = -1;
    private IReadOnlyDictionary<DateOnly, double> _means = new Dictionary<DateOnly, double>();
    private IReadOnlyList<DayTemperature> _extremes = [];

    /// <summary>The station used: as configured, else the first one imported; empty when there is none.</summary>
    internal string Station { get; private set; } = station ?? "";

    /// <summary>Mean temperature of each local day, °C.</summary>
    internal IReadOnlyDictionary<DateOnly, double> Means
    {
        get
        {
            Refresh();
            return _means;
        }
    }

    /// <summary>Lowest and highest temperature of each day.</summary>
    internal IReadOnlyList<DayTemperature> Extremes
    {
        get
        {
            Refresh();
            return _extremes;
        }
    }

    private void Refresh()
    {
        lock (_gate)
        {
            var edition = imports.Edition();
            if (edition == _edition)
            {
                return;
            }

            _edition = edition;
            Station = station ?? imports.Series("weather/").Select(name => name.Split('/')[1]).FirstOrDefault() ?? "";
            var (mins, maxs) = (Days("tn"), Days("tx"));
            _extremes = mins.Count > 0
                ? [.. mins.Where(day => maxs.ContainsKey(day.Key)).OrderBy(day => day.Key).Select(day => new DayTemperature(day.Key, day.Value, maxs[day.Key]))]
                : ClimatologicalDay.Of(Reports());
            _means = MeansOf(_extremes);
        }
    }

    /// <summary>Means as published, else of instants, else of the two extremes.</summary>
    private IReadOnlyDictionary<DateOnly, double> MeansOf(IReadOnlyList<DayTemperature> extremes)
    {
        if (Days("mean") is { Count: > 0 } published)
        {
            return published;
        }

        var instants = Values("t");
        return instants.Count > 1
            ? DailyMean.Of(instants.Select(value => new Reading(value.From, value.Value)), zone, Step(instants))
            : extremes.Where(day => day.Usable).ToDictionary(day => day.Day, day => (day.Min + day.Max) / 2);
    }

    private static TimeSpan Step(IReadOnlyList<ImportedValue> instants) =>
        instants.Zip(instants.Skip(1), (one, next) => next.From - one.From).Where(step => step > TimeSpan.Zero).GroupBy(step => step).MaxBy(step => step.Count())?.Key
            ?? TimeSpan.FromHours(1);

    private Dictionary<DateOnly, double> Days(string what) =>
        Values(what).GroupBy(value => CivilDays.Of(value.From, zone)).ToDictionary(day => day.Key, day => day.First().Value);

    private IEnumerable<ExtremesReport> Reports()
    {
        var maxs = Values("tx12").ToDictionary(value => value.From, value => value.Value);
        return Values("tn12").Select(value => new ExtremesReport(value.From, value.Value, maxs.GetValueOrDefault(value.From, double.NaN)));
    }

    private IReadOnlyList<ImportedValue> Values(string what) => imports.Read(SeriesNames.Weather(Station, what), Begin, Ever);
}
