using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Spectre.Console;

namespace Telemetry.Gateway.Commissioning;

/// <summary>Where a command speaks: tables and sentences for people, JSON for machines, no colour where nobody sees it.</summary>
internal sealed class Screen
{
    private const int WidthOfPipes = 160;

    private static readonly JsonSerializerOptions Shape = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    internal Screen(Language language, bool json)
    {
        (Language, IsJson) = (language, json);
        var plain = System.Console.IsOutputRedirected || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        Console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(System.Console.Out),
            ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Ansi = System.Console.IsOutputRedirected ? AnsiSupport.No : AnsiSupport.Detect,
            Interactive = System.Console.IsOutputRedirected ? InteractionSupport.No : InteractionSupport.Detect,
        });
        if (System.Console.IsOutputRedirected)
        {
            Console.Profile.Width = WidthOfPipes;
        }
    }

    internal Language Language { get; }

    internal bool IsJson { get; }

    internal IAnsiConsole Console { get; }

    /// <summary>True where a person looks at a terminal that can redraw.</summary>
    internal bool IsLive => !IsJson && !System.Console.IsOutputRedirected;

    /// <summary>A sentence for people; nothing when machines read.</summary>
    internal void Say(string french, string english)
    {
        if (!IsJson)
        {
            Line(Language.Say(french, english));
        }
    }

    /// <summary>A line as it stands: neither wrapped nor coloured.</summary>
    internal static void Line(string text) => System.Console.Out.WriteLine(text);

    /// <summary>What went wrong and what to do, where errors go; as one JSON document when machines read.</summary>
    /// <returns>The exit code.</returns>
    internal int Fail(string french, string english, int code = 2)
    {
        if (IsJson)
        {
            Json(new { ok = false, error = Language.Say(french, english) });
        }
        else
        {
            System.Console.Error.WriteLine(Language.Say(french, english));
        }

        return code;
    }

    /// <summary>One JSON document on one line.</summary>
    internal static void Json(object document) => Line(JsonSerializer.Serialize(document, Shape));

    /// <summary>A table with these headings.</summary>
    internal static Table Table(params ReadOnlySpan<string> headings)
    {
        var table = new Table().Border(TableBorder.Rounded);
        foreach (var heading in headings)
        {
            table.AddColumn(new TableColumn(new Markup(Markup.Escape(heading), new Style(decoration: Decoration.Bold))));
        }

        return table;
    }

    /// <summary>A cell as it stands.</summary>
    internal static Markup Cell(string text, string? colour = null) =>
        new(colour is null ? Markup.Escape(text) : $"[{colour}]{Markup.Escape(text)}[/]");
}
