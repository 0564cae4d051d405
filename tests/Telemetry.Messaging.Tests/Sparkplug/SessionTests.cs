using System.Text;
using Telemetry.Messaging.Sparkplug;
using Telemetry.Messaging.Tests.Brokers;

namespace Telemetry.Messaging.Tests.Sparkplug;

public sealed class SessionTests
{
    [Fact]
    public void Birth_HostListens_EverythingNamedInOrder()
    {
        using var broker = new Broker();
        using var host = Town.Host.Started(broker);
        using var edge = Town.Edge.Born(broker);

        edge.Tell(60);

        Until.True(() => host.HasValue(60), "the value arrived");
        Assert.Equal([MessageType.NodeBirth, MessageType.DeviceBirth, MessageType.DeviceData], host.Events.Select(heard => heard.Type));
        Assert.Equal([(byte)0, (byte)1, (byte)2], host.Events.Select(heard => heard.Payload.Seq!.Value));
        var birth = host.Events[0].Payload.Metrics;
        Assert.Equal(["bdSeq", "Node Control/Rebirth", "Site/Name"], birth.Select(metric => metric.Name));
        Assert.Equal(255L, birth[0].Value);
        Assert.Equal("École Jules-Ferry", birth[2].Value);
        var boiler = host.Events[1];
        Assert.Equal((Town.Group, Town.Node, Town.Boiler), (boiler.Group, boiler.Node, boiler.Device));
        Assert.Equal([55.5, null], boiler.Payload.Metrics.Select(metric => metric.Value));
        var aliases = host.Events.Take(2).SelectMany(heard => heard.Payload.Metrics).Where(metric => metric.Alias is not null).ToList();
        Assert.Equal(4, aliases.DistinctBy(metric => metric.Alias).Count());
        Assert.Equal(0, host.Session.Refused);
    }

    [Fact]
    public void Data_OnTheWire_CarriesAliasesNotNames()
    {
        using var broker = new Broker();
        using var witness = Heard.Connected(broker, "witness", "spBv1.0/#");
        using var edge = Town.Edge.Born(broker);

        edge.Session.Publish(Town.Boiler, [Town.Double("flow.temperature", 60), Town.Double("never.born", 1)]);

        Until.True(() => witness.Messages.Count == 3, "the data arrived");
        var data = SparkplugCodec.Decode(witness.Messages[2].Payload.Span, out _)!;
        Assert.Equal(["", "never.born"], data.Metrics.Select(metric => metric.Name));
        Assert.NotNull(data.Metrics[0].Alias);
        Assert.Null(data.Metrics[1].Alias);
    }

    [Fact]
    public void Sequence_After255_StartsAgainWithoutRebirth()
    {
        using var broker = new Broker();
        using var host = Town.Host.Started(broker);
        using var edge = Town.Edge.Born(broker);

        for (var i = 0; i < 300; i++)
        {
            edge.Tell(i);
        }

        Until.True(() => host.HasValue(299), "the last value arrived");
        Assert.Equal(Enumerable.Range(0, 300).Select(i => (double)i), host.Values());
        Assert.Equal(1, host.Count(MessageType.NodeBirth));
    }

    [Fact]
    public void Host_StartsAfterTheNode_LearnsItByRebirth()
    {
        using var broker = new Broker();
        using var edge = Town.Edge.Born(broker);
        using var host = Town.Host.Started(broker);

        edge.Tell(61);

        Until.True(() => host.Count(MessageType.DeviceBirth) == 1, "the host asked and the node was born again");
        Assert.Equal(1, host.Session.Refused);
        Assert.Equal([true, true], edge.Online);
        edge.Tell(62);
        Until.True(() => host.HasValue(62), "data has names now");
        Assert.False(host.HasValue(61));
        Assert.Equal(255L, host.Events[0].Payload.Metrics[0].Value);
    }

    [Fact]
    public void Node_DiesWithoutAWord_DeathByWill()
    {
        using var broker = new Broker();
        using var host = Town.Host.Started(broker);
        using var edge = Town.Edge.Born(broker);
        Until.True(() => host.Count(MessageType.DeviceBirth) == 1, "the birth arrived");

        using (Heard.Connected(broker, Town.Node))
        {
            Until.True(() => host.Count(MessageType.NodeDeath) == 1, "the broker told the death");
        }

        Until.True(() => host.Count(MessageType.NodeBirth) == 2, "the node came back");
        Assert.Equal(0L, host.Events.Last(heard => heard.Type == MessageType.NodeBirth).Payload.Metrics[0].Value);
    }

    [Fact]
    public void Node_Leaves_SaysSoOnce()
    {
        using var broker = new Broker();
        using var host = Town.Host.Started(broker);
        var edge = Town.Edge.Born(broker);

        edge.Dispose();

        Until.True(() => host.Count(MessageType.NodeDeath) == 1, "the death arrived");
        Assert.Equal([true, false], edge.Online);
        Assert.Empty(host.Events[^1].Payload.Metrics);
        Assert.False(edge.Session.Publish(Town.Boiler, [Town.Double("flow.temperature", 1)]));
    }

    [Fact]
    public void Device_DiesAndReturns_Told()
    {
        using var broker = new Broker();
        using var host = Town.Host.Started(broker);
        using var edge = Town.Edge.Born(broker);

        Assert.True(edge.Session.PublishDeviceDeath(Town.Boiler));
        edge.Births[Town.Boiler] = [Town.Double("flow.temperature", 20), Town.Double("return.temperature", 19)];
        Assert.True(edge.Session.PublishDeviceBirth(Town.Boiler));
        Assert.True(edge.Session.Publish(Town.Boiler, [Town.Double("return.temperature", 18)]));

        Until.True(() => host.Count(MessageType.DeviceData) == 1, "data of the returned device arrived");
        Assert.Equal("return.temperature", host.Events[^1].Payload.Metrics[0].Name);
        Assert.Equal(1, host.Count(MessageType.DeviceDeath));
        Assert.Equal(1, host.Count(MessageType.NodeBirth));
        Assert.Throws<ArgumentException>(() => edge.Session.PublishDeviceBirth("unknown"));
    }

    [Fact]
    public void Command_ByName_ReachesTheNode()
    {
        using var broker = new Broker();
        using var host = Town.Host.Started(broker);
        using var edge = Town.Edge.Born(broker);
        var order = Town.Double("flow.setpoint", 50) with { Properties = new Dictionary<string, object?> { ["order.id"] = "x", ["order.until"] = 5L } };

        Assert.True(host.Session.Command(Town.Group, Town.Node, Town.Boiler, [order]));
        Assert.True(host.Session.Command(Town.Group, Town.Node, "", [Town.Text("Outbox/Id", "i")]));

        Until.True(() => edge.Commands.Count == 2, "both commands arrived");
        Assert.Equal([Town.Boiler, ""], edge.Commands.Select(command => command.Device));
        Assert.Equal(50.0, edge.Commands[0].Metrics[0].Value);
        Assert.Equal(5L, edge.Commands[0].Metrics[0].Properties["order.until"]);
        Assert.DoesNotContain(edge.Commands, command => command.Retained);
    }

    [Fact]
    public void Command_ByAlias_NamedAndOnlyForItsDevice()
    {
        using var broker = new Broker();
        using var host = Town.Host.Started(broker);
        using var edge = Town.Edge.Born(broker);
        Until.True(() => host.Count(MessageType.DeviceBirth) == 1, "the birth arrived");
        var alias = host.Events[1].Payload.Metrics[1].Alias;
        var order = new Metric { Name = "", Alias = alias, Type = MetricType.Double, Value = 50.0 };

        host.Session.Command(Town.Group, Town.Node, "autre", [order]);
        host.Session.Command(Town.Group, Town.Node, Town.Boiler, [order]);

        Until.True(() => edge.Commands.Count > 0, "the command arrived");
        var command = Assert.Single(edge.Commands);
        Assert.Equal((Town.Boiler, "flow.setpoint"), (command.Device, command.Metrics[0].Name));
    }

    [Fact]
    public void Command_Retained_MarkedAndNeverARebirth()
    {
        using var broker = new Broker();
        using var foreign = Heard.Connected(broker, "foreign", "spBv1.0/+/NCMD/+");
        var rebirth = SparkplugCodec.Encode(new Payload { Metrics = [StandardMetrics.OfRebirth(true), Town.Text("a", "b")] });
        foreign.Link.Publish($"spBv1.0/{Town.Group}/NCMD/{Town.Node}", rebirth, 1, retain: true);
        Until.True(() => foreign.Messages.Count == 1, "the broker has it");

        using var edge = Town.Edge.Born(broker);

        Until.True(() => edge.Commands.Count == 1, "the kept command arrived");
        Assert.True(edge.Commands[0].Retained);
        Assert.Equal("a", Assert.Single(edge.Commands[0].Metrics).Name);
        Assert.Equal([true], edge.Online);
    }

    [Fact]
    public void PrimaryHost_AwayAndBack_NodeDiesWaitsAndIsBornAgain()
    {
        using var broker = new Broker();
        using var witness = Heard.Connected(broker, "witness", "spBv1.0/+/NDEATH/#", "spBv1.0/STATE/#");
        using var edge = new Town.Edge(broker, "centre");
        edge.Session.Start();
        var host = Town.Host.Started(broker);
        Until.True(() => edge.Session.IsOnline && host.Count(MessageType.DeviceBirth) == 1, "the node is born when its host is there");

        host.Dispose();

        Until.True(() => !edge.Session.IsOnline, "the node follows its host");
        Until.True(() => witness.Messages.Any(message => message.Topic.Contains("NDEATH", StringComparison.Ordinal)), "its death is told");
        Assert.False(edge.Session.Publish(Town.Boiler, [Town.Double("flow.temperature", 1)]));
        var gone = HostState.Parse(witness.Messages.Last(message => message.Topic.EndsWith("centre", StringComparison.Ordinal)).Payload);
        Assert.False(gone!.Value.Online);

        using var back = Town.Host.Started(broker);
        Until.True(() => edge.Session.IsOnline && back.Count(MessageType.DeviceBirth) == 1, "both are back");
        edge.Tell(63);
        Until.True(() => back.HasValue(63), "data arrives");
        Assert.Equal([true, false, true], edge.Online);
        Assert.Equal(0, back.Session.Refused);
    }

    [Fact]
    public void PrimaryHost_OlderOffline_Ignored()
    {
        using var broker = new Broker();
        using var foreign = Heard.Connected(broker, "foreign");
        using var edge = new Town.Edge(broker, "other");
        edge.Session.Start();
        var born = 0;
        Until.True(() => Say(new HostState(true, 1000)) && edge.Session.IsOnline, "the node is born");
        born = edge.Online.Count;

        Say(new HostState(false, 999));
        foreign.Link.Publish("spBv1.0/STATE/other", "{\"online\":"u8, 1, retain: false);
        foreign.Link.Publish($"spBv1.0/{Town.Group}/NCMD/{Town.Node}", SparkplugCodec.Encode(new Payload { Metrics = [Town.Text("after", "")] }), 1, false);

        Until.True(() => edge.Commands.Count == 1, "what came after was handled");
        Assert.True(edge.Session.IsOnline);
        Assert.Equal(born, edge.Online.Count);
        Say(new HostState(false, 1000));
        Until.True(() => !edge.Session.IsOnline, "an offline of the same instant counts");

        bool Say(HostState state) => foreign.Link.Publish("spBv1.0/STATE/other", state.ToBytes(), 1, retain: false);
    }

    [Fact]
    public void Broker_KilledAndBack_AllResumesByItself()
    {
        using var broker = new Broker();
        using var host = Town.Host.Started(broker);
        using var edge = new Town.Edge(broker, "centre");
        edge.Session.Start();
        Until.True(() => host.Count(MessageType.DeviceBirth) == 1, "the birth arrived");

        broker.Kill();
        Until.True(() => !edge.Session.IsOnline && !host.Session.IsConnected, "the loss is seen");
        broker.Start();

        Until.True(() => host.Count(MessageType.DeviceBirth) == 2, "the node is born again");
        edge.Tell(64);
        Until.True(() => host.HasValue(64), "data arrives");
        Assert.Equal([true, false, true], edge.Online);
    }

    [Fact]
    public void Host_LateOfflineOfItsOwn_SaysOnlineAgain()
    {
        using var broker = new Broker();
        using var host = Town.Host.Started(broker);
        using var foreign = Heard.Connected(broker, "foreign", "spBv1.0/STATE/centre");
        Until.True(() => foreign.Messages.Count == 1, "the host is known to be there");

        foreign.Link.Publish("spBv1.0/STATE/centre", new HostState(false, 5).ToBytes(), 1, retain: true);

        Until.True(() => foreign.Messages.Count == 3, "the host answered");
        var state = HostState.Parse(foreign.Messages[2].Payload)!.Value;
        Assert.True(state.Online);
        Assert.True(state.Timestamp >= HostState.Parse(foreign.Messages[0].Payload)!.Value.Timestamp);
    }

    [Fact]
    public void Rebirth_WhileManyThreadsTell_NoGapAndEveryValueNamed()
    {
        using var broker = new Broker("allow_anonymous true", "max_queued_messages 0");
        using var host = Town.Host.Started(broker);
        using var edge = Town.Edge.Born(broker);
        Until.True(() => host.Count(MessageType.DeviceBirth) == 1, "the birth arrived");

        Parallel.Invoke(
            () => Tell(0), () => Tell(1000), () => Tell(2000),
            () =>
            {
                for (var asked = 1; asked <= 10; asked++)
                {
                    host.Session.Command(Town.Group, Town.Node, "", [StandardMetrics.OfRebirth(true)]);
                    Until.True(() => host.Count(MessageType.NodeBirth) == asked + 1, "the node is born again");
                }
            });

        Until.True(() => host.Values().Count() == 1500, "every value arrived");
        Assert.Equal(1500, host.Values().Distinct().Count());
        Assert.Equal((11, 0L), (host.Count(MessageType.NodeBirth), host.Session.Refused));

        void Tell(int first)
        {
            for (var i = first; i < first + 500; i++)
            {
                edge.Tell(i);
            }
        }
    }

    [Fact]
    public void Host_Nonsense_RefusedAndCounted()
    {
        using var broker = new Broker();
        using var host = Town.Host.Started(broker);
        using var foreign = Heard.Connected(broker, "foreign");
        using var edge = Town.Edge.Born(broker);

        foreign.Link.Publish("spBv1.0/x", Encoding.UTF8.GetBytes("{}"), 0, retain: false);
        foreign.Link.Publish("spBv1.0/g/NBIRTH/n", "{\"not\":\"protobuf\"}"u8, 0, retain: false);
        foreign.Link.Publish("spBv1.0/g/NDEATH/n", SparkplugCodec.Encode(new Payload { Metrics = [] }), 0, retain: false);
        foreign.Link.Publish("spBv1.0/g/NBIRTH/n", SparkplugCodec.Encode(new Payload { Seq = 0, Metrics = [] }), 0, retain: true);
        Until.True(() => host.Session.Refused == 3, "three were refused");
        edge.Tell(65);

        Until.True(() => host.HasValue(65), "the rest goes on");
        Assert.Equal(1, host.Count(MessageType.NodeBirth) - host.Events.Count(heard => heard.Group == "g"));
    }
}
