using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Telemetry.Bench.Boilers;

/// <summary>A person with a browser: signs in, reads an order over, sends it, watches the live stream.</summary>
internal sealed partial class Technician : IDisposable
{
    private readonly HttpClient _http;
    private readonly string _name;

    internal Technician(Uri address, string name)
    {
        _name = name;
        _http = new HttpClient(new Cookies(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(60) };
    }

    internal async Task SignInAsync()
    {
        var page = await _http.GetStringAsync("/connexion");
        var form = Forms(page).First(one => one.Html.Contains("type=\"password\"", StringComparison.Ordinal));
        foreach (var input in Inputs().Matches(form.Html).Select(match => match.Value))
        {
            if (Attribute(input, "name") is { } field && Attribute(input, "type") != "hidden" && Attribute(input, "type") != "checkbox")
            {
                form.Fields[field] = Attribute(input, "type") == "password" ? Stage.Password : _name;
            }
        }

        using var answer = await _http.PostAsync(form.Action ?? "/connexion", new FormUrlEncodedContent(form.Fields));
        if (!answer.IsSuccessStatusCode || answer.RequestMessage!.RequestUri!.AbsolutePath.StartsWith("/connexion", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"{_name} was not let in: {answer.StatusCode}");
        }
    }

    /// <summary>The first two steps: choose and read over; null when the page offers nothing to send.</summary>
    internal async Task<(string Path, Dictionary<string, string> Fields)?> ReadOverAsync(string gateway, string device, double celsius)
    {
        var path = $"/chaufferies/{gateway}/{device}/relire";
        var query = FormattableString.Invariant($"?Form.Valeur={celsius:0.0}&Form.Fin=1h&Form.Motif=bench");
        var page = await _http.GetStringAsync(path + query);
        return Forms(page).FirstOrDefault(one => one.Fields.ContainsKey("Form.Billet")) is { Fields.Count: > 0 } form ? (form.Action ?? path + query, form.Fields) : null;
    }

    /// <summary>The third step; when it was pressed.</summary>
    internal async Task<(long Pressed, HttpStatusCode Status)> SendAsync((string Path, Dictionary<string, string> Fields) read)
    {
        var pressed = Stopwatch.GetTimestamp();
        using var answer = await _http.PostAsync(read.Path, new FormUrlEncodedContent(read.Fields));
        return (pressed, answer.StatusCode);
    }

    /// <summary>Follows the live stream until told to stop; each boiler room's picture with the moment it came.</summary>
    internal async Task FollowAsync(Action<string, string, string, long> see, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/direct?lang=en");
        using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
        using var reader = new StreamReader(await answer.EnsureSuccessStatusCode().Content.ReadAsStreamAsync(stop));
        var boiler = false;
        while (await reader.ReadLineAsync(stop) is { } line)
        {
            if (line.StartsWith("event:", StringComparison.Ordinal))
            {
                boiler = line.EndsWith("boiler", StringComparison.Ordinal);
            }
            else if (boiler && line.StartsWith("data:", StringComparison.Ordinal))
            {
                var at = Stopwatch.GetTimestamp();
                using var view = JsonDocument.Parse(line[5..]);
                see(view.RootElement.GetProperty("key").GetString()!, view.RootElement.GetProperty("order").GetString()!, view.RootElement.GetProperty("orderText").GetString()!, at);
            }
        }
    }

    public void Dispose() => _http.Dispose();

    private static IEnumerable<(string? Action, string Html, Dictionary<string, string> Fields)> Forms(string page) =>
        FormTags().Matches(page).Where(form => (Attribute(form.Groups[1].Value, "method") ?? "").Equals("post", StringComparison.OrdinalIgnoreCase)).Select(form => (
            Attribute(form.Groups[1].Value, "action"), form.Groups[2].Value,
            Inputs().Matches(form.Groups[2].Value).Select(match => match.Value)
                .Where(input => Attribute(input, "name") is not null && Attribute(input, "type") is "hidden")
                .GroupBy(input => Attribute(input, "name")!)
                .ToDictionary(group => group.Key, group => Attribute(group.First(), "value") ?? "")));

    private static string? Attribute(string tag, string name) =>
        Regex.Match(tag, $"\\s{name}=\"([^\"]*)\"", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant) is { Success: true } found ? WebUtility.HtmlDecode(found.Groups[1].Value) : null;

    [GeneratedRegex("<form\\b([^>]*)>([\\s\\S]*?)</form>", RegexOptions.IgnoreCase)]
    private static partial Regex FormTags();

    [GeneratedRegex("<input\\b[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Inputs();
}
