using System.Globalization;

namespace Telemetry.Analytics.Imports.Mapping;

/// <summary>From the keys of a mapping file to an <see cref="ImportMapping"/>.</summary>
internal sealed class MappingReader(YamlKeys root)
{
    private static readonly string[] Encodings = ["auto", "utf-8", "utf-16", "windows-1252", "iso-8859-15"];

    /// <summary>Reads everything, noting every fault.</summary>
    internal ImportMapping Read(string name)
    {
        var preset = Preset();
        var kind = root.Word("kind", preset?.Kind ?? ImportKind.Energy);
        if (!root.Has("kind") && preset is null)
        {
            root.Fault("kind", "'kind' is missing: write kind: energy, heat, power, register, weather, invoices, intensity or calendar");
        }

        var mapping = new ImportMapping
        {
            Name = name,
            Kind = kind,
            Delimiter = Delimiter(root.Text("delimiter") ?? preset?.Delimiter),
            Decimal = Decimal(),
            Encoding = Encoding(),
            Columns = root.Texts("columns") ?? [],
            Time = Time(kind, preset),
            Values = Values(kind, preset),
            Only = root.Pairs("only"),
            Estimated = Estimated(),
            Note = root.Text("note"),
            Bounds = (Number("least", kind is ImportKind.Energy or ImportKind.Heat or ImportKind.Power or ImportKind.Register or ImportKind.Intensity ? 0 : double.NegativeInfinity), Number("most", double.PositiveInfinity)),
        };
        if (root.Texts("missing") is { } missing)
        {
            mapping = mapping with { Missing = missing.ToHashSet(StringComparer.OrdinalIgnoreCase) };
        }

        root.Done();
        return mapping;
    }

    private Presets? Preset()
    {
        if (root.Text("format") is not { } format || format == "csv")
        {
            return null;
        }

        if (Presets.Of(format) is { } known)
        {
            return known;
        }

        root.Fault("format", $"'format: {format}' is not known: write csv, {string.Join(" or ", Presets.Names)}.");
        return null;
    }

    private static string? Delimiter(string? text) => text switch { null or "auto" => null, "tab" => "\t", _ => text };

    private char Decimal()
    {
        var text = root.Text("decimal") ?? ".";
        if (text is not ("." or ","))
        {
            root.Fault("decimal", $"'decimal: {text}' must be \".\" or \",\" in quotes.");
        }

        return text == "," ? ',' : '.';
    }

    private string? Encoding()
    {
        var text = root.Text("encoding") ?? "auto";
        if (!Encodings.Contains(text, StringComparer.OrdinalIgnoreCase))
        {
            root.Fault("encoding", $"'encoding: {text}' is not known: write one of {string.Join(", ", Encodings)}.");
        }

        return text == "auto" ? null : text;
    }

    private double Number(string key, double byDefault)
    {
        if (root.Text(key) is not { } text)
        {
            return byDefault;
        }

        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        root.Fault(key, $"'{key}: {text}' must be a number.");
        return byDefault;
    }

    private TimeColumns Time(ImportKind kind, Presets? preset)
    {
        var keys = root.Map("time");
        if (keys is null && preset is null)
        {
            root.Fault("time", "'time' is missing: write time: { column: Horodate, step: 30min }");
        }

        var time = new TimeColumns
        {
            Column = keys?.Text("column") ?? preset?.Time ?? "",
            Clock = keys?.Text("clock"),
            To = keys?.Text("to"),
            ToIncluded = keys?.Text("toIncluded") != "false",
            Formats = keys?.Texts("format") ?? preset?.Formats ?? [],
            Zone = Zone(keys),
            Ambiguous = keys?.Word("ambiguous", Ambiguity.Order) ?? Ambiguity.Order,
            StampsEnd = Stamps(keys, preset),
            Step = Step(keys, kind, preset),
        };
        if (time.Column.Length == 0)
        {
            (keys ?? root).Fault("column", "'column' is missing: write the name of the column of the time.");
        }

        keys?.Done();
        return time;
    }

    private static bool Stamps(YamlKeys? keys, Presets? preset)
    {
        var text = keys?.Text("stamps");
        if (text is not (null or "start" or "end"))
        {
            keys!.Fault("stamps", $"'stamps: {text}' must be start or end.");
        }

        return text is null ? preset?.StampsEnd ?? false : text == "end";
    }

    private static TimeZoneInfo Zone(YamlKeys? keys)
    {
        var text = keys?.Text("zone") ?? "Europe/Paris";
        if (TimeZoneInfo.TryFindSystemTimeZoneById(text, out var zone))
        {
            return zone;
        }

        keys!.Fault("zone", $"'zone: {text}' is not known: write Europe/Paris, or UTC.");
        return TimeZoneInfo.Utc;
    }

    private static IntervalStep Step(YamlKeys? keys, ImportKind kind, Presets? preset)
    {
        if (keys?.Text("step") is { } text)
        {
            if (IntervalStep.Parse(text) is { } step)
            {
                return step;
            }

            keys.Fault("step", $"'step: {text}' is not known: write 10min, 30min, 1h, 1d, 1month, shown, or none.");
        }
        else if (preset is not null)
        {
            return preset.Step;
        }
        else if (keys is not null && kind is ImportKind.Energy or ImportKind.Heat or ImportKind.Power or ImportKind.Intensity && !keys.Has("to"))
        {
            keys.Fault("step", "'step' is missing: write how long an interval is, step: 30min (or 1h, 1d, 1month), or shown.");
        }

        return kind is ImportKind.Calendar or ImportKind.Invoices ? new IntervalStep(null, 1, 0) : IntervalStep.None;
    }

    private List<ValueColumn> Values(ImportKind kind, Presets? preset)
    {
        var values = new List<ValueColumn>();
        foreach (var keys in root.Maps("values"))
        {
            var column = kind == ImportKind.Calendar ? keys.Text("column") ?? "" : keys.Text("column") ?? preset?.Value ?? keys.Needed("column", "Valeur");
            var unit = keys.Text("unit") ?? preset?.Unit ?? DefaultUnit(kind);
            var (kept, factor, offset) = Units.Of(unit, kind);
            if (kept.Length == 0)
            {
                keys.Fault("unit", $"'unit: {unit}' is not a unit of {kind.ToString().ToLowerInvariant()}: write {Units.Known(kind)}.");
            }

            var series = SeriesNames.Of(kind, keys, kept);
            values.Add(new ValueColumn(column, series, kept, factor, offset, keys.Line));
            keys.Done();
        }

        if (values.Count == 0)
        {
            root.Fault("values", "no column of values: write values: [ { column: …, … } ]");
        }

        return values;
    }

    private static string DefaultUnit(ImportKind kind) => kind switch
    {
        ImportKind.Weather => "°C",
        ImportKind.Intensity => "g/kWh",
        ImportKind.Calendar => "day",
        _ => "",
    };

    private (string Column, IReadOnlySet<string> Texts)? Estimated()
    {
        if (root.Map("estimated") is not { } keys)
        {
            return null;
        }

        var found = (keys.Needed("column", "Nature"), (IReadOnlySet<string>)(keys.Texts("texts") ?? ["E", "estimé"]).ToHashSet(StringComparer.OrdinalIgnoreCase));
        keys.Done();
        return found;
    }
}
