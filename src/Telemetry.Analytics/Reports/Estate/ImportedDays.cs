using System.Collections.Concurrent;
using Telemetry.Analytics.Imports;
using Telemetry.Analytics.Indicators.Energy;

namespace Telemetry.Analytics.Reports.Estate;

/// <summary>Imported series by local day: intervals shared between the days they touch, in proportion to time.</summary>
internal sealed class ImportedDays(IImports imports, TimeZoneInfo zone)
{
    private static readonly DateTimeOffset Begin = new(1990, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Ever = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly ConcurrentDictionary<string, (long Edition, IReadOnlyDictionary<DateOnly, Share> Days)> _kept = new(StringComparer.Ordinal);

    /// <summary>The days of a series.</summary>
    internal IReadOnlyDictionary<DateOnly, Share> Of(string series)
    {
        var edition = imports.Edition();
        if (_kept.TryGetValue(series, out var kept) && kept.Edition == edition)
        {
            return kept.Days;
        }

        var days = new Dictionary<DateOnly, Share>();
        foreach (var value in imports.Read(series, Begin, Ever))
        {
            Add(days, value);
        }

        _kept[series] = (edition, days);
        return days;
    }

    private void Add(Dictionary<DateOnly, Share> days, ImportedValue value)
    {
        var length = value.To - value.From;
        if (length <= TimeSpan.Zero)
        {
            return;
        }

        foreach (var day in CivilDays.Touched(value.From, value.To, zone))
        {
            var (start, end) = (CivilDays.Start(day, zone), CivilDays.End(day, zone));
            var inside = (value.To < end ? value.To : end) - (value.From > start ? value.From : start);
            var old = days.GetValueOrDefault(day);
            var amount = value.Value * (inside / length);
            days[day] = new Share(old.Amount + amount, old.Coverage + (inside / (end - start)), old.Estimated + (value.Estimated ? amount : 0));
        }
    }

    /// <summary>What a series gives to one day.</summary>
    /// <param name="Amount">In the series' unit.</param>
    /// <param name="Coverage">Share of the day that its intervals cover.</param>
    /// <param name="Estimated">The part its source estimated.</param>
    internal readonly record struct Share(double Amount, double Coverage, double Estimated);
}
