using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Telemetry.Dashboard.Tests.Canned;

namespace Telemetry.Dashboard.Tests;

/// <summary>The officer's numbers: chart, table and file agree.</summary>
public sealed partial class EstateTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("2026-11-21", 24)]
    [InlineData("2026-10-25", 25)]
    [InlineData("2026-03-29", 23)]
    public async Task Csv_ADay_SaysWhatTheTableSays(string day, int hours)
    {
        await using var site = new Site();
        using var browser = await site.BrowserOfAsync("energie");
        var address = $"/patrimoine/en-direct?batiment=mairie&energie=NaturalGas&jour={day}";

        var table = Cell().Matches(await browser.GetStringAsync(address, Cancel)).Select(match => match.Groups["value"].Value).ToList();
        var file = (await browser.GetStringAsync(address + "&handler=Csv", Cancel)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(row => row.Split(',')).ToList();

        Assert.Equal(hours, table.Count);
        Assert.Equal(table, file.Select(row => row[4]), StringComparer.Ordinal);
        Assert.Equal("", table[3]);
        Assert.Equal("absent", file[3][6]);
        Assert.Contains("4.25", table, StringComparer.Ordinal);
    }

    [Fact]
    public async Task Chart_Today_HasNoHourYetToCome()
    {
        await using var site = new Site();
        using var browser = await site.BrowserOfAsync("energie");

        var page = await browser.GetStringAsync("/patrimoine/en-direct", Cancel);

        Assert.Equal(15, Cell().Count(page));
    }

    [Fact]
    public async Task Csv_UnknownBuilding_IsNotFound()
    {
        await using var site = new Site();
        using var browser = await site.BrowserOfAsync("energie");

        using var answer = await browser.GetAsync("/patrimoine/en-direct?batiment=chateau&handler=Csv", Cancel);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("/", null, 280, 80)]
    [InlineData("/batiments/mairie", null, 280, 80)]
    [InlineData("/chaufferies", "technicien", 320, 120)]
    [InlineData("/chaufferies/gw-ecole/chaufferie", "technicien", 320, 120)]
    [InlineData("/patrimoine/en-direct?jour=2026-10-25", "energie", 380, 100)]
    [InlineData("/parc", "energie", 380, 100)]
    public async Task Budget_EachPage_StaysUnderElementsAndKilobytes(string path, string? who, int elements, int kilobytes)
    {
        await using var site = new Site();
        using var browser = await site.BrowserOfAsync(who);
        browser.DefaultRequestHeaders.Add("Accept-Encoding", "br");
        using var answer = await browser.GetAsync(path, Cancel);
        await using var stream = new System.IO.Compression.BrotliStream(await answer.Content.ReadAsStreamAsync(Cancel), System.IO.Compression.CompressionMode.Decompress);
        using var reader = new StreamReader(stream);
        var html = await reader.ReadToEndAsync(Cancel);
        var bytes = (await answer.Content.ReadAsByteArrayAsync(Cancel)).Length;
        var links = File().Matches(html).Select(match => match.Groups["path"].Value).ToList();
        foreach (var file in links)
        {
            bytes += (await browser.GetByteArrayAsync(file, Cancel)).Length;
        }

        Assert.True(Html.Elements(html) <= elements, Html.Elements(html).ToString(CultureInfo.InvariantCulture));
        Assert.True(bytes <= kilobytes * 1000, bytes.ToString(CultureInfo.InvariantCulture));
        Assert.InRange(links.Count, 2, 6);
    }

    [GeneratedRegex("data-value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Cell();

    [GeneratedRegex("(href|src)=\"(?<path>/[^\"]+\\?v=[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex File();
}
