using Telemetry.Analytics.History;
using Telemetry.Analytics.Indicators.HotWater;
using Telemetry.Analytics.Registry;
using Telemetry.Model.Calendars;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Reports;

/// <summary>Judges each day of hot water by the boiler room's own sensors (interlock S16).</summary>
internal sealed class HotWaterEvidence(IHistory history, ITownRegistry registry) : IHotWaterEvidence
{
    private const string Outlet = "dhw.outlet.temperature";

    // A run counts only where every one of them held.
    private static readonly string[] Sensors = [Outlet, "dhw.temperature", "dhw.top.temperature", "dhw.bottom.temperature", "dhw.loop.temperature"];

    /// <inheritdoc />
    public IReadOnlyList<HotWaterProof> Of(Equipment boiler, DateOnly first, DateOnly last, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(boiler);
        var fitted = registry.Current.Points.Where(point => point.Id.Equipment == boiler.Id && Sensors.Contains(point.Id.Name, StringComparer.Ordinal)).Select(point => point.Id).ToList();
        if (fitted.Count == 0)
        {
            return [];
        }

        var proofs = new List<HotWaterProof>();
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            var (from, to) = (CivilTime.At(day, LocalMinute.DayStart, zone), CivilTime.At(day.AddDays(1), LocalMinute.DayStart, zone));
            var (verdict, since, until) = LegionellaRule.Of(from, to, Merge([.. fitted.Select(point => (point, history.Read(point, from, to)))]));
            proofs.Add(new(day, verdict, since, until));
        }

        return proofs;
    }

    /// <summary>The sensors side by side: at each instant one spoke, what the outlet last said, and the least of them all; NaN until every one has spoken.</summary>
    internal static IReadOnlyList<(DateTimeOffset At, double Outlet, double Least)> Merge(IReadOnlyList<(PointId Point, IReadOnlyList<Sample> Samples)> sensors)
    {
        var outlet = sensors.Select(sensor => sensor.Point).FirstOrDefault(point => point.Name == Outlet);
        outlet = outlet == default ? sensors.Count > 0 ? sensors[0].Point : default : outlet;
        var last = sensors.ToDictionary(sensor => sensor.Point, _ => double.NaN);
        var merged = new List<(DateTimeOffset, double, double)>();
        foreach (var moment in sensors.SelectMany(sensor => sensor.Samples).OrderBy(sample => sample.At).GroupBy(sample => sample.At))
        {
            foreach (var sample in moment)
            {
                last[sample.Point] = sample.Quality.IsBad || sample.Quality == Quality.Suspect ? double.NaN : sample.Value;
            }

            merged.Add((moment.Key, last[outlet], last.Values.Any(double.IsNaN) ? double.NaN : last.Values.Min()));
        }

        return merged;
    }
}
