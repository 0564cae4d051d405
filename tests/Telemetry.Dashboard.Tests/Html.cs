using System.Net;
using System.Text.RegularExpressions;

namespace Telemetry.Dashboard.Tests;

/// <summary>Reads pages as a person would.</summary>
internal static partial class Html
{
    /// <summary>The page's words, hard and thin spaces made plain.</summary>
    public static string Text(string html) =>
        Spaces().Replace(WebUtility.HtmlDecode(html).Replace('\u00A0', ' ').Replace('\u202F', ' '), " ");

    /// <summary>The words of the page at an address.</summary>
    public static async Task<string> TextAsync(HttpClient browser, string path) => Text(await browser.GetStringAsync(path, TestContext.Current.CancellationToken));

    /// <summary>How many elements a browser would build, those inside a picture not counted.</summary>
    public static int Elements(string html) => Tags().Count(Pictures().Replace(html, "<svg>"));

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex("<[a-zA-Z]", RegexOptions.None, 1000)]
    private static partial Regex Tags();

    [GeneratedRegex("<svg.*?</svg>", RegexOptions.Singleline, 1000)]
    private static partial Regex Pictures();
}
