using System.Text;
using Telemetry.Messaging.Sparkplug;

namespace Telemetry.Messaging.Tests.Sparkplug;

public sealed class HostStateTests
{
    [Fact]
    public void ToBytes_AsTheStandardWritesIt() => Assert.Equal(
        """{"online":true,"timestamp":1668114759262}""", Encoding.UTF8.GetString(new HostState(true, 1668114759262).ToBytes()));

    [Theory]
    [InlineData("""{"timestamp":5,"online":false,"more":[1]}""", false, 5)]
    [InlineData(""" {"online":true,"timestamp":0} """, true, 0)]
    public void Parse_Good(string text, bool online, long timestamp) =>
        Assert.Equal(new HostState(online, timestamp), HostState.Parse(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("")]
    [InlineData("ONLINE")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"online":"true","timestamp":5}""")]
    [InlineData("""{"online":true,"timestamp":"5"}""")]
    [InlineData("""{"online":true,"timestamp":5.5}""")]
    [InlineData("""{"online":true}""")]
    [InlineData("""{"timestamp":5}""")]
    public void Parse_Anything_Null(string text) => Assert.Null(HostState.Parse(Encoding.UTF8.GetBytes(text)));
}
