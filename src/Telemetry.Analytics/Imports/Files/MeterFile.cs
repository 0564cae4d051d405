using Telemetry.Analytics.Imports.Mapping;
using Telemetry.Analytics.Indicators.Energy;

namespace Telemetry.Analytics.Imports.Files;

/// <summary>A meter's CSV file given on a command line: a load curve or a register, read as an import reads it and kept nowhere.</summary>
/// <param name="Intervals">What was counted, kWh, in time order, without overlap.</param>
/// <param name="Refused">Rows that could not be taken, with their reason.</param>
/// <param name="Step">The usual length of an interval.</param>
public sealed record MeterFile(IReadOnlyList<CounterInterval> Intervals, IReadOnlyList<RefusedRow> Refused, TimeSpan Step)
{
    private static readonly char[] Delimiters = [';', ',', '\t'];

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file, gzip or not.</param>
    /// <param name="mapping">How it is read: of kind energy, power or register.</param>
    /// <param name="kWhPerUnit">kWh of one unit of what the file counts (gas: the bill's coefficient); above 0.</param>
    /// <param name="now">The present: rows of the future are refused.</param>
    /// <returns>The file, or what is wrong with it.</returns>
    public static (MeterFile? File, string? Wrong) Read(string path, ImportMapping mapping, double kWhPerUnit, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(mapping);
        if (mapping.Kind is not (ImportKind.Energy or ImportKind.Power or ImportKind.Register))
        {
            return (null, $"{mapping.Name}: kind must be energy, power or register.");
        }

        if (CsvTable.Read(CsvText.Read(path, mapping.Encoding).Text, mapping) is not { } table)
        {
            return (null, $"{path}:1: no line names the column '{mapping.Time.Column}'.");
        }

        var reader = new FileReader(mapping, table, now);
        if (reader.LackingColumns() is { Count: > 0 } lacking)
        {
            return (null, $"{path}:1: there is no column '{string.Join("', '", lacking)}'; there are: {string.Join(", ", table.Columns)}.");
        }

        var values = reader.Values().ToList();
        var refused = reader.Refused.ToList();
        var intervals = mapping.Kind == ImportKind.Register
            ? CounterReader.Read([.. values.Select(value => new Reading(value.From, value.Value * kWhPerUnit))], CounterRules.Unknown).Intervals
            : Apart(values, refused, kWhPerUnit);
        var steps = intervals.Select(interval => interval.To - interval.From).Order().ToList();
        return steps.Count == 0 ? (null, $"{path}: no value could be read{(refused.Count > 0 ? FormattableString.Invariant($"; line {refused[0].Line}: {refused[0].Reason}") : "")}.")
            : (new MeterFile(intervals, [.. refused.OrderBy(row => row.Line)], steps[steps.Count / 2]), null);
    }

    /// <summary>The mapping of a file that needs none: <c>FILE</c> (first and second column) or the columns named; ISO 8601 times, decimal point.</summary>
    /// <param name="path">The file.</param>
    /// <param name="columns">Names of the time's and the value's column; null for the first two.</param>
    /// <param name="way">Kind of the rows, unit of the values, step of the intervals (of a register: none).</param>
    /// <param name="zone">Zone of times without offset.</param>
    /// <returns>The mapping, or what is wrong.</returns>
    public static (ImportMapping? Mapping, string? Wrong) Plain(string path, (string Time, string Value)? columns, (ImportKind Kind, string Unit, string Step) way, TimeZoneInfo zone)
    {
        var header = CsvText.Read(path, null).Text.Split('\n', 2)[0].Trim();
        var names = header.Split(Delimiters.MaxBy(sign => header.Count(one => one == sign))).Select(cell => cell.Trim('"', ' ')).ToList();
        if (names.Count < 2)
        {
            return (null, $"{path}:1: the first line must name two columns, a time and a value.");
        }

        var (kept, factor, offset) = Units.Of(way.Unit, way.Kind);
        if (kept.Length == 0 || IntervalStep.Parse(way.Step) is not { } step)
        {
            return (null, kept.Length == 0 ? $"--unit {way.Unit}: write {Units.Known(way.Kind)}." : $"--step {way.Step}: write 10min, 30min, 1h, 1d or shown.");
        }

        var (time, value) = columns ?? (names[0], names[1]);
        return (new ImportMapping
        {
            Name = path,
            Kind = way.Kind,
            Time = new TimeColumns { Column = time, Zone = zone, Step = way.Kind == ImportKind.Register ? IntervalStep.None : step },
            Values = [new ValueColumn(value, "meter", kept, factor, offset, 1)],
        }, null);
    }

    /// <summary>Intervals in time order; one that begins before the last has ended is refused, and so is a negative one.</summary>
    private static List<CounterInterval> Apart(List<ReadValue> values, List<RefusedRow> refused, double kWhPerUnit)
    {
        var intervals = new List<CounterInterval>(values.Count);
        foreach (var value in values.OrderBy(value => value.From).ThenBy(value => value.Line))
        {
            var reason = value.Value < 0 ? "a consumption cannot be negative"
                : intervals.Count > 0 && value.From < intervals[^1].To ? "its interval overlaps the one before"
                : null;
            if (reason is not null)
            {
                refused.Add(new RefusedRow(value.Line, reason, FormattableString.Invariant($"{value.From:yyyy-MM-dd HH:mm}Z {value.Value:0.###}")));
                continue;
            }

            intervals.Add(new CounterInterval(value.From, value.To, value.Value * kWhPerUnit, CounterMark.Measured, Known: true));
        }

        return intervals;
    }
}
