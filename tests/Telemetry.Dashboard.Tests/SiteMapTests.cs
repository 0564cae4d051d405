using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Telemetry.Dashboard.Tests.Canned;

namespace Telemetry.Dashboard.Tests;

/// <summary>The site map offers every page that the visitor may open, and no other.</summary>
public sealed partial class SiteMapTests
{
    private const string First = "girafe bleue de mars";
    private const string Mine = "trois girafes sous la pluie";

    /// <summary>Steps of something else, and what a menu or another page leads to.</summary>
    private static readonly HashSet<string> NotOnAMap = new(["plan-du-site", "deconnexion", "confirmer", "compte/mot-de-passe", "compte/second-facteur"], StringComparer.Ordinal);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null)]
    [InlineData("maire")]
    [InlineData("energie")]
    [InlineData("technicien")]
    [InlineData("admin")]
    [InlineData("acme")]
    [InlineData("secours")]
    public async Task Map_OfEachRole_OffersWhatOpens_AndNothingElse(string? who)
    {
        await using var site = new Site();
        using var browser = await EnterAsync(site, who);
        var pages = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null && endpoint.RoutePattern.Parameters.Count == 0)
            .Select(endpoint => endpoint.RoutePattern.RawText!.TrimStart('/'))
            .Where(path => path != "en" && !path.StartsWith("en/", StringComparison.Ordinal) && !NotOnAMap.Contains(path))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        Assert.Contains("patrimoine/actions", pages);

        foreach (var prefix in new[] { "/", "/en/" })
        {
            var main = Article().Match(await browser.GetStringAsync(prefix + "plan-du-site", Cancel)).Value;
            var offered = Href().Matches(main).Select(match => match.Groups["path"].Value).Select(path => path == "/en" ? "/en/" : path).ToList();
            var opening = new List<string>();
            foreach (var path in pages)
            {
                using var answer = await browser.GetAsync(prefix + path, Cancel);
                if (answer.StatusCode == HttpStatusCode.OK && (path != "connexion" || who is null))
                {
                    opening.Add(prefix + path);
                }
            }

            Assert.Equal(opening, offered.Where(path => !path.Contains("/batiments/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
            Assert.Equal(4, offered.Count(path => path.StartsWith(prefix + "batiments/", StringComparison.Ordinal)));
        }
    }

    private static async Task<HttpClient> EnterAsync(Site site, string? who)
    {
        if (who != "acme")
        {
            return who == "secours" ? await site.BreakGlassAsync(who) : await site.BrowserOfAsync(who);
        }

        using var admin = await site.BrowserOfAsync("admin");
        var end = site.RealClock.GetUtcNow().AddDays(10).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
        using var made = await Site.PostAsync(
            admin, "/admin/comptes", "/admin/comptes", ("Nom", who), ("Terms.Role", "Maintainer"), ("MotDePasse", First), ("Terms.Sites", "gymnase-pasteur"), ("Terms.Fin", end));
        var browser = site.Browser();
        using var entered = await Site.PostAsync(browser, "/connexion", "/connexion", ("Nom", who), ("MotDePasse", First));
        using var changed = await Site.PostAsync(browser, "/compte/mot-de-passe", "/compte/mot-de-passe", ("MotDePasseActuel", First), ("MotDePasse", Mine));
        Assert.Equal(HttpStatusCode.Found, changed.StatusCode);
        return browser;
    }

    [GeneratedRegex("<main.*</main>", RegexOptions.Singleline, 1000)]
    private static partial Regex Article();

    [GeneratedRegex("href=\"(?<path>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Href();
}
