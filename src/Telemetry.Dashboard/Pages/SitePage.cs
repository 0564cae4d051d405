using Microsoft.AspNetCore.Mvc.RazorPages;
using Telemetry.Dashboard.Wording;

namespace Telemetry.Dashboard.Pages;

/// <summary>What every page has: its language and how to speak it.</summary>
internal abstract class SitePage : PageModel
{
    /// <summary>The language the address asks for.</summary>
    public virtual Language Language => Language.Of(Request.Path);

    /// <summary>The page's address in the French site, with its query: what the language switch keeps.</summary>
    public virtual string FrenchPath => (Language == Language.French ? Request.Path.Value ?? "/" : Rest(Request.Path)) + Request.QueryString;

    public string Say(Phrase phrase) => Language.Say(phrase);

    public string Say(Phrase phrase, params string[] parts) => Language.Say(phrase, parts);

    public string Link(string path) => Language.Link(path);

    private static string Rest(PathString path) => path.StartsWithSegments("/en", StringComparison.OrdinalIgnoreCase, out var rest) && rest.HasValue ? rest.Value! : "/";
}
