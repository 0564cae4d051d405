using Telemetry.Gateway.Commissioning;

namespace Telemetry.Gateway.Tests.Commissioning;

/// <summary>What a person types for a scan, and its bounds.</summary>
public sealed class NumberRangeTests
{
    [Theory]
    [InlineData("1-3,247", "1 2 3 247")]
    [InlineData("5", "5")]
    [InlineData("3-1", null)]
    [InlineData("1-300", null)]
    [InlineData("-1", null)]
    [InlineData("", null)]
    [InlineData("1,,2", null)]
    public void Numbers_Text(string text, string? expected) =>
        Assert.Equal(expected, NumberRange.Numbers(text, 0, 255) is { } numbers ? string.Join(' ', numbers) : null);

    [Theory]
    [InlineData("192.168.1.10-12", "192.168.1.10 192.168.1.11 192.168.1.12")]
    [InlineData("192.168.1.5/30", "192.168.1.5 192.168.1.6")]
    [InlineData("10.0.0.7/32", "10.0.0.7")]
    [InlineData("chaufferie-2.local", "chaufferie-2.local")]
    [InlineData("192.168.0.0/16", null)]
    [InlineData("192.168.1.10-300", null)]
    [InlineData("two words", null)]
    public void Hosts_Text(string text, string? expected) =>
        Assert.Equal(expected, NumberRange.Hosts(text) is { } hosts ? string.Join(' ', hosts) : null);

    [Fact]
    public void Hosts_WholeNetwork_WithoutItsTwoEnds()
    {
        var hosts = NumberRange.Hosts("192.168.1.77/24")!;

        Assert.Equal((254, "192.168.1.1", "192.168.1.254"), (hosts.Count, hosts[0], hosts[^1]));
    }
}
