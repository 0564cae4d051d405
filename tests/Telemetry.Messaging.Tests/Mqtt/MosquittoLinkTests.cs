using System.Diagnostics;
using System.Text;
using Telemetry.Messaging.Mqtt;
using Telemetry.Messaging.Tests.Brokers;

namespace Telemetry.Messaging.Tests.Mqtt;

public sealed class MosquittoLinkTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Publish_Connected_ArrivesOnce(int qos)
    {
        using var broker = new Broker();
        using var reader = Heard.Connected(broker, "reader", "town/#");
        using var writer = Heard.Connected(broker, "writer");

        Assert.True(writer.Link.Publish("town/école", "21,5 °C"u8, qos, retain: false));
        Assert.True(writer.Link.Publish("town/end", [], qos, retain: false));

        Until.True(() => reader.Has("town/end", ""), "the last message arrived");
        Assert.Equal(["town/école", "town/end"], reader.Messages.Select(message => message.Topic));
        Assert.True(reader.Has("town/école", "21,5 °C"));
        Assert.DoesNotContain(reader.Messages, message => message.Retained);
    }

    [Fact]
    public void Publish_NotStarted_RefusedAndNotKept()
    {
        using var broker = new Broker();
        using var reader = Heard.Connected(broker, "reader", "#");
        using var writer = new Heard(Heard.Options(broker, "writer"));

        Assert.False(writer.Link.Publish("a", "1"u8, 1, retain: false));
        writer.Link.Start();
        Until.True(() => writer.Link.Publish("a", "2"u8, 1, retain: false), "the writer is connected");

        Until.True(() => reader.Has("a", "2"), "what was published later arrived");
        Assert.False(reader.Has("a", "1"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/+")]
    [InlineData("#")]
    public void Publish_NotATopic_Throws(string topic)
    {
        using var broker = new Broker();
        using var link = Heard.Connected(broker, "writer");

        Assert.Throws<ArgumentException>(() => link.Link.Publish(topic, [], 0, retain: false));
    }

    [Fact]
    public void Subscribe_Retained_Marked()
    {
        using var broker = new Broker();
        using var writer = Heard.Connected(broker, "writer", "kept");
        writer.Link.Publish("kept", "old"u8, 1, retain: true);
        Until.True(() => writer.Has("kept", "old"), "the broker has it");
        using var reader = Heard.Connected(broker, "reader", "kept");
        Until.True(() => reader.Has("kept", "old"), "the kept message arrived");

        writer.Link.Publish("kept", "new"u8, 1, retain: true);

        Until.True(() => reader.Has("kept", "new"), "the live message arrived");
        Assert.Equal([true, false], reader.Messages.Select(message => message.Retained));
    }

    [Fact]
    public void Broker_KilledAndBack_ReconnectedAndSubscribedAgain()
    {
        using var broker = new Broker();
        using var reader = Heard.Connected(broker, "reader", "a");
        using var writer = Heard.Connected(broker, "writer");

        broker.Kill();
        Until.True(() => !reader.Link.IsConnected && !writer.Link.IsConnected, "the loss is seen");
        Assert.False(writer.Link.Publish("a", "lost"u8, 1, retain: false));
        Until.True(() => reader.States.Count > 3, "several attempts failed");
        broker.Start();

        Until.True(() => reader.Link.IsConnected && writer.Link.IsConnected, "both are back");
        Until.True(() => writer.Link.Publish("a", "again"u8, 1, retain: false) && reader.Has("a", "again"), "messages pass again");
        Assert.False(reader.Has("a", "lost"));
        Assert.Contains(reader.States, state => !state.Connected && state.Reason.Contains("refused", StringComparison.Ordinal));
    }

    [Fact]
    public void Broker_Frozen_NoticedByKeepAlive()
    {
        using var broker = new Broker();
        using var link = Heard.Connected(Heard.Options(broker, "link") with { KeepAliveSeconds = 5 });
        broker.Freeze();

        Until.True(() => !link.Link.IsConnected, "the frozen broker is noticed", 12);

        Assert.Contains(link.States, state => state.Reason.Contains("stopped answering", StringComparison.Ordinal));
        broker.Thaw();
        Until.True(() => link.Link.IsConnected, "the link is back", 12);
    }

    [Fact]
    public void Publish_BrokerDoesNotRead_RefusedBeforeMemoryGrows()
    {
        using var broker = new Broker();
        using var link = Heard.Connected(broker, "link");
        broker.Freeze();
        var block = new byte[64 * 1024];

        var sent = 0;
        Until.True(() => !link.Link.Publish("a", block, 0, retain: false) || ++sent < 0, "the link refuses");

        Assert.InRange(sent, 1, MosquittoConnection.MaxInFlight);
        broker.Thaw();
        Until.True(() => link.Link.Publish("a", block, 0, retain: false), "the link takes messages again");
    }

    [Fact]
    public void Start_WrongPassword_SaidAndRetried()
    {
        using var broker = new Broker(folder => ["allow_anonymous false", "password_file " + PasswordFile(folder)]);
        using var wrong = new Heard(Heard.Options(broker, "wrong") with { User = "gw", Password = "wrong" });
        wrong.Link.Start();
        using var right = Heard.Connected(Heard.Options(broker, "right") with { User = "gw", Password = "secret" });

        Until.True(() => wrong.States.Count >= 2, "it tries again");

        Assert.All(wrong.States, state => Assert.False(state.Connected));
        Assert.Contains("not authorised", wrong.States[0].Reason, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Start_NobodyListens_SaidAndRetried()
    {
        using var broker = new Broker();
        broker.Kill();
        using var link = new Heard(Heard.Options(broker, "link") with { Host = "localhost" });
        link.Link.Start();

        Until.True(() => link.States.Count >= 3, "it tries again");
        Assert.All(link.States, state => Assert.Contains("refused", state.Reason, StringComparison.Ordinal));

        broker.Start();
        Until.True(() => link.Link.IsConnected, "it connects, whichever family of addresses the name has first");
    }

    [Fact]
    public void Start_UnknownHost_Said()
    {
        using var broker = new Broker();
        using var link = new Heard(Heard.Options(broker, "link") with { Host = "no-such-host.invalid" });
        link.Link.Start();

        Until.True(() => link.States.Count > 0, "the failure is told");
        Assert.NotEmpty(link.States[0].Reason);
    }

    [Fact]
    public void Received_HandlerThrows_LinkLives()
    {
        using var broker = new Broker();
        using var link = Heard.Connected(broker, "link", "a");
        link.Link.Received += _ => throw new InvalidOperationException("a handler's fault");

        link.Link.Publish("a", "1"u8, 0, retain: false);
        link.Link.Publish("a", "2"u8, 0, retain: false);

        Until.True(() => link.Has("a", "2"), "the second message arrived");
        Assert.Single(link.States);
    }

    [Fact]
    public void Received_PublishesInHandler_Delivered()
    {
        using var broker = new Broker();
        using var link = Heard.Connected(broker, "link", "a", "b");
        link.Link.Received += message => _ = message.Topic != "a" || link.Link.Publish("b", message.Payload.Span, 1, retain: false);

        link.Link.Publish("a", "echo"u8, 0, retain: false);

        Until.True(() => link.Has("b", "echo"), "the answer arrived");
    }

    [Fact]
    public void Dispose_Connected_LeavesInTimeWithoutWill()
    {
        using var broker = new Broker();
        using var witness = Heard.Connected(broker, "witness", "#");
        var leaver = Heard.Connected(Heard.Options(broker, "leaver") with { Will = () => new MqttWill("will", "x"u8.ToArray(), 1, false) });
        leaver.Link.Publish("last", "word"u8, 0, retain: false);

        var watch = Stopwatch.StartNew();
        leaver.Dispose();

        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 1);
        Assert.False(leaver.Link.IsConnected);
        Until.True(() => witness.Has("last", "word"), "what was handed over before leaving arrived");
        witness.Link.Publish("after", "it"u8, 1, retain: false);
        Until.True(() => witness.Has("after", "it"), "what came after arrived");
        Assert.DoesNotContain(witness.Messages, message => message.Topic == "will");
    }

    [Fact]
    public void Dispose_AnswersOnTheirWay_StillWithoutWill()
    {
        using var broker = new Broker();
        using var witness = Heard.Connected(broker, "witness", "#");
        for (var life = 0; life < 30; life++)
        {
            using var leaver = Heard.Connected(
                Heard.Options(broker, "leaver") with { Will = () => new MqttWill("will", "x"u8.ToArray(), 1, false) }, "a", "b", "c", "d");
            leaver.Link.Publish("e", "1"u8, 1, retain: false);
        }

        witness.Link.Publish("after", "it"u8, 1, retain: false);
        Until.True(() => witness.Has("after", "it"), "what came after arrived");
        Assert.DoesNotContain(witness.Messages, message => message.Topic == "will");
        Assert.Equal(30, witness.Messages.Count(message => message.Topic == "e"));
    }

    [Fact]
    public void Dispose_BrokerFrozen_WithinASecond()
    {
        using var broker = new Broker();
        var link = Heard.Connected(broker, "link");
        broker.Freeze();
        link.Link.Publish("a", "1"u8, 1, retain: false);

        var watch = Stopwatch.StartNew();
        link.Dispose();

        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 1);
    }

    [Fact]
    public void Will_AskedAtEachAttempt()
    {
        using var broker = new Broker();
        var asked = 0;
        using var link = Heard.Connected(Heard.Options(broker, "link") with
        {
            Will = () => new MqttWill("will", Encoding.UTF8.GetBytes($"life {++asked}"), 1, Retain: false),
        });
        using var witness = Heard.Connected(broker, "witness", "will");

        link.Link.Reconnect();
        Until.True(() => link.States.Count == 3 && link.Link.IsConnected, "it came back");
        Assert.Equal(2, asked);

        using var thief = Heard.Connected(broker, "link");
        Until.True(() => witness.Has("will", "life 2"), "the will of the second life is told");
        Assert.DoesNotContain(witness.Messages, message => message.Payload.Span.SequenceEqual("life 1"u8));
    }

    [Fact]
    public void Publish_FromManyThreads_AllArrive()
    {
        using var broker = new Broker("allow_anonymous true", "max_queued_messages 0");
        using var reader = Heard.Connected(broker, "reader", "t/#");
        using var writer = Heard.Connected(broker, "writer");

        Parallel.For(0, 4, thread =>
        {
            for (var i = 0; i < 500; i++)
            {
                Until.True(() => writer.Link.Publish($"t/{thread}", BitConverter.GetBytes(i), 1, retain: false), "the link takes it");
            }
        });

        Until.True(() => reader.Messages.Count >= 2000, "all arrived");
        foreach (var thread in reader.Messages.GroupBy(message => message.Topic))
        {
            Assert.Equal(Enumerable.Range(0, 500), thread.Select(message => BitConverter.ToInt32(message.Payload.Span)));
        }
    }

    [Fact]
    public void Start_MoreThan1024FilesOpen_Connects()
    {
        using var broker = new Broker();
        var files = Enumerable.Range(0, 1100).Select(_ => File.OpenRead("/dev/null")).ToList();
        try
        {
            using var link = Heard.Connected(broker, "link", "a");
            link.Link.Publish("a", "1"u8, 1, retain: false);
            Until.True(() => link.Has("a", "1"), "messages pass");
        }
        finally
        {
            files.ForEach(file => file.Dispose());
        }
    }

    [Fact]
    public void Load_LibraryMissing_SaysWhatToType()
    {
        var problem = Assert.Throws<DllNotFoundException>(() => Mosquitto.Load("libmosquitto.so.0"));

        Assert.Contains("apt-get install libmosquitto1", problem.Message, StringComparison.Ordinal);
    }

    private static string PasswordFile(string folder)
    {
        var path = Path.Combine(folder, "passwords");
        using var made = Process.Start("mosquitto_passwd", ["-b", "-c", path, "gw", "secret"]);
        made.WaitForExit();
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        return path;
    }
}
