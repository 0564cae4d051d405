using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Telemetry.Dashboard.Office;

/// <summary>Where the office's commands speak: sentences for people, one JSON document for machines.</summary>
internal sealed class OfficeScreen(TextWriter output, TextWriter error, bool json)
{
    /// <summary>All went well.</summary>
    internal const int Done = 0;

    /// <summary>It went, and something must be looked at: rows refused, a figure refused.</summary>
    internal const int Look = 1;

    /// <summary>Nothing was done: the command, a mapping or a file cannot be used.</summary>
    internal const int Unusable = 2;

    private static readonly JsonSerializerOptions Shape = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter() },
    };

    internal bool IsJson => json;

    /// <summary>A line for people; nothing when machines read.</summary>
    internal void Say(string text)
    {
        if (!json)
        {
            output.WriteLine(text);
        }
    }

    /// <summary>A document for machines; nothing when people read.</summary>
    internal void Tell(object document)
    {
        if (json)
        {
            output.WriteLine(JsonSerializer.Serialize(document, Shape));
        }
    }

    /// <summary>What is wrong and what to do.</summary>
    internal int Fail(string text)
    {
        if (json)
        {
            Tell(new { ok = false, error = text });
        }
        else
        {
            error.WriteLine(text);
        }

        return Unusable;
    }

    /// <summary>A number as JSON can say it: null when it is none.</summary>
    internal static double? Number(double value) => double.IsFinite(value) ? value : null;
}
