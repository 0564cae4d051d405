using Telemetry.Analytics.Imports.Files;
using Telemetry.Analytics.Imports.Store;

namespace Telemetry.Analytics.Imports;

/// <summary>Counts what became of values, series by series.</summary>
internal sealed class Tally
{
    private readonly Dictionary<string, ImportedSeries> _series = new(StringComparer.Ordinal);

    internal int Added => _series.Values.Sum(series => series.Added);

    internal int Changed => _series.Values.Sum(series => series.Changed);

    internal int Changes => Added + Changed;

    internal IReadOnlyList<ImportedSeries> Series => [.. _series.Values.OrderBy(series => series.Name, StringComparer.Ordinal)];

    internal void Add(ReadValue value, Fate fate)
    {
        if (fate == Fate.Refused)
        {
            return;
        }

        var old = _series.GetValueOrDefault(value.Series) ?? new ImportedSeries(value.Series, value.Unit, 0, 0, 0, value.From, value.To, 0);
        _series[value.Series] = old with
        {
            Added = old.Added + (fate == Fate.Added ? 1 : 0),
            Changed = old.Changed + (fate == Fate.Changed ? 1 : 0),
            Same = old.Same + (fate == Fate.Same ? 1 : 0),
            From = value.From < old.From ? value.From : old.From,
            To = value.To > old.To ? value.To : old.To,
            Sum = old.Sum + value.Value,
        };
    }
}
