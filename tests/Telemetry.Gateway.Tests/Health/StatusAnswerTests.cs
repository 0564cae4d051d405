using System.Text;
using System.Text.Json;
using Telemetry.Gateway.Health;

namespace Telemetry.Gateway.Tests.Health;

/// <summary>The status page answers who is here and asks to read, nobody else.</summary>
public sealed class StatusAnswerTests
{
    private static readonly StatusView View = new()
    {
        Gateway = "gw", Name = "École <b>", Municipality = "town", Version = "1", At = new DateTimeOffset(2026, 1, 5, 12, 0, 0, TimeSpan.Zero),
        Devices = [new("meter", "Compteur", "eastron-sdm630", "127.0.0.1:502 #1", Answers: false, 3, 7, "No answer in time.", [new("power.active", 12.5, "W", "Good", 1.5), new("frequency", null, "Hz", "Stale", null)])],
        Outbox = new("id", 4, 1, 62), Uplink = new(Online: false, default, 2),
    };

    [Theory]
    [InlineData("GET / HTTP/1.1\r\nHost: 127.0.0.1:8455\r\n\r\n", 200)]
    [InlineData("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n", 200)]
    [InlineData("GET / HTTP/1.1\r\nhost:[::1]:8455\r\n\r\n", 200)]
    [InlineData("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", 403)]
    [InlineData("GET / HTTP/1.1\r\nHost: 127.0.0.1.evil.example:8455\r\n\r\n", 403)]
    [InlineData("GET / HTTP/1.1\r\nHost: localhost:9999\r\n\r\n", 403)]
    [InlineData("GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n", 403)]
    [InlineData("GET / HTTP/1.1\r\n\r\n", 403)]
    [InlineData("POST / HTTP/1.1\r\nHost: localhost\r\n\r\n", 405)]
    [InlineData("DELETE /status.json HTTP/1.1\r\nHost: localhost\r\n\r\n", 405)]
    [InlineData("GET http://localhost/ HTTP/1.1\r\nHost: localhost\r\n\r\n", 400)]
    [InlineData("GET /../etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n", 404)]
    [InlineData("", 400)]
    [InlineData("\0\0\0\r\n\r\n", 400)]
    public void To_Request_Code(string head, int code) => Assert.StartsWith($"HTTP/1.1 {code} ", Answer(head), StringComparison.Ordinal);

    [Fact]
    public void To_Page_EscapesAndShowsEveryPoint()
    {
        var page = Answer("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");

        Assert.DoesNotContain("<b>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.Contains("12,5", page, StringComparison.Ordinal);
        Assert.Contains("ne répond pas", page, StringComparison.Ordinal);
        Assert.Contains("Stale", page, StringComparison.Ordinal);
        Assert.Contains("does not answer", Answer("GET /?lang=en HTTP/1.1\r\nHost: localhost\r\n\r\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void To_Json_IsReadBackTheSame()
    {
        var answer = Answer("GET /status.json HTTP/1.1\r\nHost: localhost\r\n\r\n");
        var body = answer[(answer.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];

        Assert.Equal(4, JsonDocument.Parse(body).RootElement.GetProperty("outbox").GetProperty("depth").GetInt32());
        Assert.Equal(View.Devices[0].Points, StatusJson.Read(body)!.Devices[0].Points);
    }

    [Fact]
    public void To_Health_SaysWhatIsStuck()
    {
        Assert.StartsWith("HTTP/1.1 200 ", Answer("GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n"), StringComparison.Ordinal);
        var stuck = Encoding.UTF8.GetString(StatusAnswer.To("GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n", 8455, () => View with { Stuck = ["bus rs485"] }));

        Assert.StartsWith("HTTP/1.1 503 ", stuck, StringComparison.Ordinal);
        Assert.Contains("bus rs485", stuck, StringComparison.Ordinal);
    }

    [Fact]
    public void To_Metrics_OneLineADevice() => Assert.Contains(
        "gateway_device_errors_total{device=\"meter\"} 7\n", Answer("GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n"), StringComparison.Ordinal);

    private static string Answer(string head) => Encoding.UTF8.GetString(StatusAnswer.To(head, 8455, () => View));
}
