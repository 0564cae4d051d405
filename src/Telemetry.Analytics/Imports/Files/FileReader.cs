using Telemetry.Analytics.Imports.Mapping;

namespace Telemetry.Analytics.Imports.Files;

/// <summary>From the rows of a table to values: what cannot be read is refused with its line and reason, and nothing else is lost.</summary>
internal sealed class FileReader(ImportMapping mapping, CsvTable table, DateTimeOffset now)
{
    private static readonly TimeSpan LongestShown = TimeSpan.FromHours(1);
    private static readonly TimeSpan Tomorrow = TimeSpan.FromDays(1);
    private readonly TimeColumns _time = mapping.Time;
    private readonly List<RefusedRow> _refused = [];

    /// <summary>Rows that could not be read, in the order of the file.</summary>
    internal IReadOnlyList<RefusedRow> Refused => _refused;

    /// <summary>Cells that say « no value ».</summary>
    internal int Missing { get; private set; }

    /// <summary>Rows of others than those asked for.</summary>
    internal int PassedOver { get; private set; }

    /// <summary>Columns the mapping names and the file lacks.</summary>
    internal IReadOnlyList<string> LackingColumns() =>
    [
        .. new[] { _time.Clock, _time.To, mapping.Note, mapping.Estimated?.Column }
            .Concat(mapping.Only.Keys)
            .Concat(mapping.Values.Select(value => value.Column))
            .OfType<string>().Where(column => column.Length > 0 && table.Place(column) < 0).Distinct(StringComparer.Ordinal),
    ];

    /// <summary>The values, in the order of the file.</summary>
    internal IReadOnlyList<ReadValue> Values()
    {
        var (date, clock) = (table.Place(_time.Column), table.Place(_time.Clock));
        var reader = new RowClock(_time);
        var timed = new List<(TextRow Row, DateTimeOffset At)>(table.Rows.Count);
        var only = mapping.Only.Select(pair => (Place: table.Place(pair.Key), pair.Value)).ToList();
        foreach (var row in table.Rows)
        {
            if (only.Exists(pair => row.Cell(pair.Place) != pair.Value))
            {
                PassedOver++;
                continue;
            }

            var (at, reason) = reader.Read(clock < 0 ? row.Cell(date) : row.Cell(date) + " " + row.Cell(clock));
            if (at is { } instant)
            {
                timed.Add((row, instant));
            }
            else if (IsMissing(row))
            {
                Missing++;
            }
            else
            {
                Refuse(row, reason!);
            }
        }

        var steps = _time.Step.IsShown ? ShownSteps([.. timed.Select(row => row.At)]) : null;
        return [.. timed.SelectMany((row, place) => Values(row.Row, row.At, steps?[place]))];
    }

    private IEnumerable<ReadValue> Values(TextRow row, DateTimeOffset at, TimeSpan? shown)
    {
        if (Interval(row, at, shown) is not { } span)
        {
            yield break;
        }

        if (span.From > now + Tomorrow && mapping.Kind is not (ImportKind.Calendar or ImportKind.Invoices))
        {
            Refuse(row, FormattableString.Invariant($"{span.From:yyyy-MM-dd HH:mm}Z lies in the future"));
            yield break;
        }

        var note = row.Cell(table.Place(mapping.Note));
        var estimated = mapping.Estimated is { } mark && mark.Texts.Contains(row.Cell(table.Place(mark.Column)));
        foreach (var column in mapping.Values)
        {
            if (Value(row, column, span) is { } value)
            {
                yield return new ReadValue(row.Line, Filled(column.Series, row), column.Unit == "kW" ? "kWh" : column.Unit, span.From, span.To, value, estimated, note);
            }
        }
    }

    private double? Value(TextRow row, ValueColumn column, (DateTimeOffset From, DateTimeOffset To) span)
    {
        if (mapping.Kind == ImportKind.Calendar)
        {
            return 1;
        }

        var text = row.Cell(table.Place(column.Column));
        if (text.Length == 0 || mapping.Missing.Contains(text))
        {
            Missing++;
            return null;
        }

        var read = NumberText.Read(text, mapping.Decimal);
        if (double.IsNaN(read))
        {
            Refuse(row, $"'{text}' in column {column.Column} is no number (decimal sign of the mapping: {mapping.Decimal})");
            return null;
        }

        var value = (read * column.Factor) + column.Offset;
        if (value < mapping.Bounds.Least || value > mapping.Bounds.Most)
        {
            Refuse(row, FormattableString.Invariant($"{value:0.###} {column.Unit} is outside {mapping.Bounds.Least:0.###} to {mapping.Bounds.Most:0.###}"));
            return null;
        }

        return column.Unit == "kW" ? value * (span.To - span.From).TotalHours : value;
    }

    private (DateTimeOffset From, DateTimeOffset To)? Interval(TextRow row, DateTimeOffset at, TimeSpan? shown)
    {
        if (_time.To is { } to)
        {
            var (end, reason) = new RowClock(_time).Read(row.Cell(table.Place(to)));
            if (end is not { } last)
            {
                Refuse(row, reason!);
                return null;
            }

            last = _time.ToIncluded ? new IntervalStep(null, 1, 0).After(last, _time.Zone) : last;
            if (last > at)
            {
                return (at, last);
            }

            Refuse(row, "the end comes before the start");
            return null;
        }

        if (_time.Step.IsShown)
        {
            if (shown is not { } step)
            {
                Refuse(row, "the length of its interval cannot be seen: no neighbour within an hour");
                return null;
            }

            return _time.StampsEnd ? (at - step, at) : (at, at + step);
        }

        return _time.StampsEnd ? (_time.Step.Before(at, _time.Zone), at) : (at, _time.Step.After(at, _time.Zone));
    }

    /// <summary>The step of each row from its neighbour's time; where there is a gap, the step seen last, else the next one.</summary>
    private TimeSpan?[] ShownSteps(IReadOnlyList<DateTimeOffset> times)
    {
        var steps = new TimeSpan?[times.Count];
        for (var place = 0; place < times.Count; place++)
        {
            var (one, other) = _time.StampsEnd ? (place - 1, place) : (place, place + 1);
            var step = one >= 0 && other < times.Count ? times[other] - times[one] : TimeSpan.Zero;
            steps[place] = step > TimeSpan.Zero && step <= LongestShown ? step : null;
        }

        TimeSpan? known = null;
        for (var place = 0; place < steps.Length; place++)
        {
            steps[place] = known = steps[place] ?? known;
        }

        for (var place = steps.Length - 1; place >= 0; place--)
        {
            steps[place] = known = steps[place] ?? known;
        }

        return steps;
    }

    private string Filled(string series, TextRow row)
    {
        for (int from; (from = series.IndexOf('{', StringComparison.Ordinal)) >= 0 && series.IndexOf('}', from) is > 0 and var to;)
        {
            series = series[..from] + row.Cell(table.Place(series[(from + 1)..to])).Replace('{', '(') + series[(to + 1)..];
        }

        return series;
    }

    private bool IsMissing(TextRow row) => mapping.Kind != ImportKind.Calendar
        && mapping.Values.All(value => table.Place(value.Column) < row.Cells.Count)
        && mapping.Values.All(value => row.Cell(table.Place(value.Column)) is var text && (text.Length == 0 || mapping.Missing.Contains(text)));

    private void Refuse(TextRow row, string reason) => _refused.Add(new RefusedRow(row.Line, reason, row.Text));
}
