using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Telemetry.Gateway.Configuration;

/// <summary>One YAML file and the problems found in it.</summary>
internal sealed class YamlSource(string path, Func<string, string?> variable)
{
    private const int DeepestNode = 32;
    private readonly List<Problem> _problems = [];

    /// <summary>What was found wrong so far, in the order of the file.</summary>
    internal IReadOnlyList<Problem> Problems => [.. _problems.OrderBy(problem => problem.Line)];

    /// <summary>The file's top mapping; null, with a problem, when there is none.</summary>
    internal YamlMap? Root()
    {
        var parser = (Parser?)null;
        try
        {
            var text = File.ReadAllText(path);
            parser = new Parser(new StringReader(text));
            if (!IsShallow(parser))
            {
                return null;
            }

            parser = new Parser(new StringReader(text));
            var stream = new YamlStream();
            stream.Load(parser);
            if (stream.Documents is [{ RootNode: YamlMappingNode root }, ..])
            {
                return new YamlMap(this, root);
            }

            Fault(1, "the file must be a mapping: write key: value lines.");
        }
        catch (YamlException broken)
        {
            NotYaml(Math.Max(1, broken.Start.Line), broken.InnerException?.Message ?? broken.Message);
        }
        catch (Exception broken) when (broken is InvalidOperationException or ArgumentException or FormatException or OverflowException)
        {
            // The parser has no better word for some of what people type.
            NotYaml(parser?.Current?.End.Line ?? 1, "it cannot be read from here on");
        }
        catch (IOException unreadable)
        {
            Fault(1, $"the file cannot be read ({unreadable.Message}).");
        }
        catch (UnauthorizedAccessException)
        {
            Fault(1, "the file cannot be read: give the gateway's user the right to read it.");
        }

        return null;
    }

    /// <summary>Whether no node lies deeper than files of people do: the reader of nodes calls itself for each level.</summary>
    private bool IsShallow(Parser parser)
    {
        for (var depth = 0; parser.MoveNext();)
        {
            depth += parser.Current!.NestingIncrease;
            if (depth > DeepestNode)
            {
                Fault((int)parser.Current.Start.Line, "this is nested too deep: close the brackets.");
                return false;
            }
        }

        return true;
    }

    private void NotYaml(long line, string why) =>
        Fault((int)line, $"this is not YAML ({why}): check indentation, quotes and that no key is written twice.");

    /// <summary>Records a fault.</summary>
    internal void Fault(int line, string message) => _problems.Add(new Problem(path, line, message));

    /// <summary>How many faults so far: a caller that sees it grow knows that its part is not to be used.</summary>
    internal int Count => _problems.Count;

    /// <summary>The scalar with variables replaced.</summary>
    internal string Expand(YamlScalarNode scalar)
    {
        var text = EnvironmentText.Expand(scalar.Value ?? "", variable, out var missing);
        if (missing is not null)
        {
            Fault((int)scalar.Start.Line, $"the variable {missing} is not set: set it, or write ${{{missing}:-value}} to give it a default.");
        }

        return text;
    }
}
