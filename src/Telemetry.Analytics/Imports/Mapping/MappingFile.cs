using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Telemetry.Analytics.Imports.Mapping;

/// <summary>Reads a mapping file; never stops at the first fault.</summary>
public static class MappingFile
{
    /// <summary>What was understood, and what was not; the mapping is null when it cannot be used.</summary>
    public static (ImportMapping? Mapping, IReadOnlyList<ImportProblem> Problems) Load(string path)
    {
        try
        {
            return Parse(File.ReadAllText(path), path);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return (null, [new ImportProblem(path, 1, $"the file cannot be read ({unreadable.Message}).")]);
        }
    }

    /// <summary>Reads a mapping's text.</summary>
    public static (ImportMapping? Mapping, IReadOnlyList<ImportProblem> Problems) Parse(string text, string path)
    {
        var problems = new List<ImportProblem>();
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents is not [{ RootNode: YamlMappingNode root }, ..])
            {
                return (null, [new ImportProblem(path, 1, "the file must be a mapping: write key: value lines.")]);
            }

            var mapping = new MappingReader(new YamlKeys(root, path, problems)).Read(Path.GetFileName(path));
            return (problems.Count == 0 ? mapping : null, [.. problems.OrderBy(problem => problem.Line)]);
        }
        catch (YamlException broken)
        {
            return (null, [new ImportProblem(path, Math.Max(1, (int)broken.Start.Line), $"this is not YAML: {broken.InnerException?.Message ?? broken.Message}")]);
        }
    }
}
