using System.Globalization;
using System.Text;
using Telemetry.Messaging.Mqtt;
using Telemetry.Messaging.Tests.Brokers;

namespace Telemetry.Messaging.Tests.Mqtt;

/// <summary>Messages that come or go together.</summary>
public sealed class MosquittoLinkBurstTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Publish_Gathered_AllArriveInOrder(int qos)
    {
        using var broker = new Broker();
        using var reader = Heard.Connected(broker, "reader", "town/#");
        using var writer = Heard.Connected(broker, "writer");

        using (writer.Link.Gather())
        {
            using var within = writer.Link.Gather();
            Assert.All(Enumerable.Range(0, 300), number => Assert.True(writer.Link.Publish("town/a", Bytes(number), qos, retain: false)));
        }

        Until.True(() => reader.Messages.Count == 300, "all arrived");
        Assert.Equal(Enumerable.Range(0, 300), reader.Messages.Select(Number));
    }

    /// <summary>A broker has twenty messages on their way and waits for our word on them: whoever then waits for more, waits for ever.</summary>
    [Fact]
    public void Read_FloodWhileReadingTogether_NeverWaitsForWhatCannotCome()
    {
        using var broker = new Broker();
        using var reader = Heard.Connected(Heard.Options(broker, "reader") with { ReadTogether = TimeSpan.FromSeconds(1) }, "town/#");
        using var writer = Heard.Connected(broker, "writer");

        Assert.All(Enumerable.Range(0, 600), number => Assert.True(writer.Link.Publish("town/a", Bytes(number), 1, retain: false)));

        Until.True(() => reader.Messages.Count == 600, "twenty at a time would take thirty seconds");
        Assert.Equal(Enumerable.Range(0, 600), reader.Messages.Select(Number));
    }

    [Fact]
    public void Publish_WhileReadingTogether_DoesNotWait()
    {
        using var broker = new Broker();
        using var reader = Heard.Connected(Heard.Options(broker, "reader") with { ReadTogether = TimeSpan.FromSeconds(30) }, "town/ask");
        using var device = Heard.Connected(broker, "device", "town/answer");
        device.Link.Publish("town/ask", "?"u8, 0, retain: false);
        Until.True(() => reader.Has("town/ask", "?"), "the question came");

        reader.Link.Publish("town/answer", "!"u8, 0, retain: false);

        Until.True(() => device.Has("town/answer", "!"), "the answer did not wait for more questions");
    }

    private static byte[] Bytes(int number) => Encoding.ASCII.GetBytes(number.ToString(CultureInfo.InvariantCulture));

    private static int Number(MqttMessage message) => int.Parse(message.Payload.Span, NumberStyles.None, CultureInfo.InvariantCulture);
}
