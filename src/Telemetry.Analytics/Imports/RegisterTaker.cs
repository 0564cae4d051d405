using Telemetry.Analytics.History;
using Telemetry.Analytics.Imports.Files;
using Telemetry.Analytics.Imports.Store;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Imports;

/// <summary>Takes indexes of registers into the history, as readings: the first value held for an instant stands.</summary>
internal sealed class RegisterTaker(IHistory history)
{
    private const int AtOnce = 5000;

    /// <summary>Takes them.</summary>
    internal IReadOnlyList<ImportedSeries> Take(IReadOnlyList<ReadValue> values, List<RefusedRow> refused, bool dryRun)
    {
        var tally = new Tally();
        foreach (var series in values.GroupBy(value => value.Series, StringComparer.Ordinal))
        {
            if (!PointId.TryParse(series.Key, out var point))
            {
                refused.AddRange(series.Select(value => new RefusedRow(value.Line, $"'{series.Key}' names no point: write municipality/gateway/device/point", "")));
                continue;
            }

            var held = history.Read(point, series.Min(value => value.From), series.Max(value => value.From).AddMilliseconds(1))
                .ToDictionary(sample => sample.At.ToUnixTimeMilliseconds(), sample => sample.Value);
            var fresh = new List<Sample>();
            foreach (var value in series)
            {
                var ms = value.From.ToUnixTimeMilliseconds();
                if (!held.TryGetValue(ms, out var old))
                {
                    held[ms] = value.Value;
                    fresh.Add(new Sample(point, value.From, value.Value, value.Estimated ? Quality.Suspect : Quality.Good));
                    tally.Add(value, Fate.Added);
                }
                else if (old == value.Value)
                {
                    tally.Add(value, Fate.Same);
                }
                else
                {
                    refused.Add(new RefusedRow(value.Line, FormattableString.Invariant($"{old} is held for that instant already; a reading is never overwritten"), series.Key));
                }
            }

            foreach (var part in dryRun ? [] : fresh.Chunk(AtOnce))
            {
                history.Append(new Batch($"{point.Equipment.Municipality}/{point.Equipment.Gateway}", "", 0, 0, part));
            }
        }

        return tally.Series;
    }
}
