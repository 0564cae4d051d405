using System.Globalization;
using System.Text;

namespace Telemetry.Gateway.Health;

/// <summary>The answer to one HTTP request head: a pure function of it and of the view.</summary>
internal static class StatusAnswer
{
    private const string Html = "text/html; charset=utf-8";
    private const string Plain = "text/plain; charset=utf-8";

    /// <summary>What to send back.</summary>
    /// <param name="head">The request, up to its empty line.</param>
    /// <param name="port">Where we serve.</param>
    /// <param name="view">What there is to say.</param>
    /// <param name="frames">The frames of a bus after a number; null for no such bus.</param>
    internal static byte[] To(string head, int port, Func<StatusView> view, Func<string, long, FramesView?>? frames = null)
    {
        var lines = head.Split("\r\n");
        var request = lines[0].Split(' ');
        if (request.Length != 3 || !request[2].StartsWith("HTTP/1.", StringComparison.Ordinal) || !request[1].StartsWith('/'))
        {
            return Answer(400, "Bad Request", Plain, "Not a request this page understands.\n");
        }

        if (!IsOurs(Header(lines, "Host"), port))
        {
            return Answer(403, "Forbidden", Plain, "This page is only served as http://127.0.0.1 or http://localhost.\n");
        }

        return request[0] == "GET"
            ? request[1].StartsWith("/frames.json?", StringComparison.Ordinal) ? Frames(request[1]["/frames.json?".Length..], frames)
            : Page(request[1], Header(lines, "Accept-Language"), view())
            : Answer(405, "Method Not Allowed", Plain, "This page is only to be read (GET).\n", "Allow: GET\r\n");
    }

    private static byte[] Page(string target, string? languages, StatusView view)
    {
        var (path, query) = target.IndexOf('?', StringComparison.Ordinal) is var at and >= 0 ? (target[..at], target[(at + 1)..]) : (target, "");
        var french = query switch
        {
            "lang=fr" => true,
            "lang=en" => false,
            _ => languages?.StartsWith("en", StringComparison.OrdinalIgnoreCase) != true,
        };
        return path switch
        {
            "/" => Answer(200, "OK", Html, StatusPage.Of(view, french)),
            "/style.css" => Answer(200, "OK", "text/css; charset=utf-8", StatusPage.Style),
            "/status.json" => Answer(200, "OK", "application/json", StatusJson.Write(view) + "\n"),
            "/metrics" => Answer(200, "OK", "text/plain; version=0.0.4; charset=utf-8", StatusMetrics.Of(view)),
            "/health" when view.Stuck.Count == 0 => Answer(200, "OK", "application/json", """{"status":"ok"}""" + "\n"),
            "/health" => Answer(503, "Service Unavailable", "application/json", $$"""{"status":"stuck","stuck":"{{string.Join(", ", view.Stuck)}}"}""" + "\n"),
            _ => Answer(404, "Not Found", Plain, "There are: /  /status.json  /health  /metrics  /frames.json?bus=BUS\n"),
        };
    }

    private static byte[] Frames(string query, Func<string, long, FramesView?>? frames)
    {
        string? Said(string name) => Array.Find(query.Split('&'), part => part.StartsWith(name, StringComparison.Ordinal))?[name.Length..];
        return frames is not null && Said("bus=") is { } bus && long.TryParse(Said("after=") ?? "0", NumberStyles.None, CultureInfo.InvariantCulture, out var after) && frames(bus, after) is { } view
            ? Answer(200, "OK", "application/json", StatusJson.Write(view) + "\n")
            : Answer(404, "Not Found", Plain, "Write /frames.json?bus=BUS&after=NUMBER, with a bus of the site file.\n");
    }

    private static bool IsOurs(string? host, int port)
    {
        var name = host?.Trim() ?? "";
        var suffix = ":" + port.ToString(CultureInfo.InvariantCulture);
        name = name.EndsWith(suffix, StringComparison.Ordinal) ? name[..^suffix.Length] : name;
        return name.Equals("localhost", StringComparison.OrdinalIgnoreCase) || name is "127.0.0.1" or "[::1]";
    }

    /// <summary>A header's value; null when it is absent or said twice.</summary>
    private static string? Header(string[] lines, string name)
    {
        var found = lines.Skip(1).TakeWhile(line => line.Length > 0)
            .Where(line => line.Length > name.Length && line[name.Length] == ':' && line.StartsWith(name, StringComparison.OrdinalIgnoreCase)).ToList();
        return found.Count == 1 ? found[0][(name.Length + 1)..].Trim() : null;
    }

    private static byte[] Answer(int code, string reason, string type, string body, string more = "")
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var head = string.Create(CultureInfo.InvariantCulture, $"""
            HTTP/1.1 {code} {reason}
            Content-Type: {type}
            Content-Length: {bytes.Length}
            Connection: close
            Cache-Control: no-store
            X-Content-Type-Options: nosniff
            Referrer-Policy: no-referrer
            Content-Security-Policy: default-src 'none'; style-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'

            """).ReplaceLineEndings("\r\n");
        return [.. Encoding.ASCII.GetBytes(head + more + "\r\n"), .. bytes];
    }
}
