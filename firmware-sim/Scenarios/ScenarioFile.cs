using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace FirmwareSim.Scenarios;

/// <summary>Reads a scenario: a list of <c>{at, for, fault, target, kelvin}</c> in the town's time.</summary>
internal static class ScenarioFile
{
    private static readonly string[] Keys = ["at", "for", "fault", "target", "kelvin"];

    private static readonly Dictionary<string, Fault> Words =
        Enum.GetValues<Fault>().ToDictionary(Word, StringComparer.Ordinal);

    /// <summary>The word of a fault in a scenario file, such as <c>dead-sensor</c>.</summary>
    internal static string Word(Fault fault) =>
        string.Concat(fault.ToString().Select((letter, index) => char.IsUpper(letter) && index > 0 ? $"-{letter}" : $"{letter}")).ToLowerInvariant();

    /// <summary>Reads a file; returns what was understood and every problem.</summary>
    internal static (List<FaultEvent> Events, List<ScenarioProblem> Problems) Load(string path, DateTimeOffset start) =>
        Parse(File.ReadAllText(path), path, start);

    /// <summary>Reads a text; <c>+120s</c> counts from <paramref name="start"/>.</summary>
    internal static (List<FaultEvent> Events, List<ScenarioProblem> Problems) Parse(string text, string path, DateTimeOffset start)
    {
        var (events, problems) = (new List<FaultEvent>(), new List<ScenarioProblem>());
        try
        {
            var yaml = new YamlStream();
            yaml.Load(new StringReader(text));
            var root = yaml.Documents.Count > 0 ? yaml.Documents[0].RootNode : new YamlSequenceNode();
            if (root is not YamlSequenceNode list)
            {
                problems.Add(new ScenarioProblem(path, root.Start.Line, "a scenario is a list; start each line with '- { at: +60s, … }'"));
                return (events, problems);
            }

            foreach (var node in list)
            {
                Read(node, path, start, events, problems);
            }
        }
        catch (YamlException broken)
        {
            problems.Add(new ScenarioProblem(path, broken.Start.Line, "not YAML: " + broken.Message));
        }

        return (events, problems);
    }

    /// <summary>Reads <c>90s</c>, <c>10min</c>, <c>2h</c> or <c>1d</c>; null when it is none of these.</summary>
    internal static TimeSpan? Span(string text)
    {
        var unit = text.TrimStart('+', '-', '.', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        var seconds = unit switch { "s" => 1, "min" => 60, "h" => 3600, "d" => 86_400, _ => 0 };
        return seconds > 0 && double.TryParse(text.AsSpan(0, text.Length - unit.Length), CultureInfo.InvariantCulture, out var number)
            && number is >= 0 and < 1e6 ? TimeSpan.FromSeconds(number * seconds) : null;
    }

    private static void Read(YamlNode node, string path, DateTimeOffset start, List<FaultEvent> events, List<ScenarioProblem> problems)
    {
        var before = problems.Count;
        void Wrong(string message) => problems.Add(new ScenarioProblem(path, node.Start.Line, message));
        if (node is not YamlMappingNode map)
        {
            Wrong("write '{ at: +60s, for: 600s, fault: dead-sensor, target: ecole/chaufferie/room }'");
            return;
        }

        var cells = map.ToDictionary(pair => pair.Key.ToString(), pair => pair.Value.ToString(), StringComparer.Ordinal);
        foreach (var key in cells.Keys.Except(Keys, StringComparer.Ordinal))
        {
            Wrong($"unknown key '{key}'; known: {string.Join(", ", Keys)}");
        }

        var from = At(cells.GetValueOrDefault("at", "+0s"), start);
        var length = cells.TryGetValue("for", out var span) ? Span(span) : TimeSpan.FromDays(36_500);
        if (from is null)
        {
            Wrong($"at: '{cells["at"]}' is neither a delay such as +120s nor an instant such as 2026-11-23T08:00:00Z");
        }

        if (length is null)
        {
            Wrong($"for: '{span}' is not a length such as 600s, 10min, 2h or 1d");
        }

        var fault = FaultOf(cells, Wrong);
        var kelvin = 2.0;
        if (cells.TryGetValue("kelvin", out var text) && !double.TryParse(text, CultureInfo.InvariantCulture, out kelvin))
        {
            Wrong($"kelvin: '{text}' is not a number");
        }

        if (problems.Count == before && from is { } first && length is { } time && fault is { } kind)
        {
            events.Add(new FaultEvent(kind, cells["target"], first, first + time, kelvin));
        }
    }

    private static Fault? FaultOf(Dictionary<string, string> cells, Action<string> wrong)
    {
        if (!Words.TryGetValue(cells.GetValueOrDefault("fault", ""), out var fault))
        {
            wrong($"fault: '{cells.GetValueOrDefault("fault", "")}' is unknown; known: {string.Join(", ", Words.Keys.Order(StringComparer.Ordinal))}");
            return null;
        }

        var targets = Targets.Of(fault);
        if (!targets.Contains(cells.GetValueOrDefault("target", ""), StringComparer.Ordinal))
        {
            wrong($"target: '{cells.GetValueOrDefault("target", "")}' cannot have {Word(fault)}; possible: {string.Join(", ", targets)}");
        }

        return fault;
    }

    private static DateTimeOffset? At(string text, DateTimeOffset start)
    {
        if (text.StartsWith('+'))
        {
            return Span(text) is { } delay ? start + delay : null;
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : null;
    }
}
