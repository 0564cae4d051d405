using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using Telemetry.Messaging.Mqtt;
using Telemetry.Messaging.Sparkplug;

namespace Telemetry.Messaging.Tests.Brokers;

/// <summary>Edge nodes and hosts of one test, over real links to its broker.</summary>
internal static class Town
{
    internal const string Group = "valmont";
    internal const string Node = "gw-ecole";
    internal const string Boiler = "chaufferie";

    internal static Func<Func<MqttWill?>, IMqttLink> Links(Broker broker, string client) =>
        will => new MosquittoLink(Heard.Options(broker, client) with { Will = will }, NullLogger.Instance);

    internal static Metric Double(string name, double? value, DateTimeOffset? at = null) =>
        new() { Name = name, Type = MetricType.Double, Value = value, Timestamp = at };

    internal static Metric Text(string name, string value) => new() { Name = name, Type = MetricType.String, Value = value };

    /// <summary>An edge node with one boiler, and all it told.</summary>
    internal sealed class Edge : IDisposable
    {
        private readonly ConcurrentQueue<SparkplugCommand> _commands = new();
        private readonly ConcurrentQueue<bool> _online = new();
        private int _bdSeq = 254;

        internal Edge(Broker broker, string? primaryHost = null)
        {
            Session = new EdgeSession(
                new EdgeOptions
                {
                    Group = Group,
                    Node = Node,
                    PrimaryHost = primaryHost,
                    Births = () => Births,
                    NextBirthDeathSequence = () => (byte)(Interlocked.Increment(ref _bdSeq) % 256),
                },
                Links(broker, Node), TimeProvider.System, NullLogger.Instance);
            Session.Commanded += _commands.Enqueue;
            Session.OnlineChanged += _online.Enqueue;
        }

        internal EdgeSession Session { get; }

        internal IReadOnlyList<SparkplugCommand> Commands => [.. _commands];

        internal IReadOnlyList<bool> Online => [.. _online];

        internal Dictionary<string, IReadOnlyList<Metric>> Births { get; } = new(StringComparer.Ordinal)
        {
            [""] = [Text("Site/Name", "École Jules-Ferry")],
            [Boiler] = [Double("flow.temperature", 55.5), Double("flow.setpoint", null)],
        };

        internal static Edge Born(Broker broker, string? primaryHost = null)
        {
            var edge = new Edge(broker, primaryHost);
            edge.Session.Start();
            Until.True(() => edge.Session.IsOnline, "the node is born");
            return edge;
        }

        internal void Tell(double value) =>
            Until.True(() => Session.Publish(Boiler, [Double("flow.temperature", value)]), "the node tells a value");

        public void Dispose() => Session.Dispose();
    }

    /// <summary>A host and all it heard.</summary>
    internal sealed class Host : IDisposable
    {
        private readonly ConcurrentQueue<HostEvent> _events = new();

        internal Host(Broker broker, string id = "centre", TimeProvider? real = null)
        {
            Session = new HostSession(id, Links(broker, "host-" + id), TimeProvider.System, real ?? TimeProvider.System, NullLogger.Instance);
            Session.Received += _events.Enqueue;
        }

        internal HostSession Session { get; }

        internal IReadOnlyList<HostEvent> Events => [.. _events];

        internal static Host Started(Broker broker, string id = "centre")
        {
            var host = new Host(broker, id);
            host.Session.Start();
            Until.True(() => host.Session.IsConnected, "the host is there");
            return host;
        }

        internal int Count(MessageType type) => _events.Count(heard => heard.Type == type);

        internal bool HasValue(double value) => Values().Contains(value);

        internal IEnumerable<double> Values() => _events
            .Where(heard => heard is { Type: MessageType.DeviceData, Device: Boiler })
            .SelectMany(heard => heard.Payload.Metrics)
            .Where(metric => metric.Name == "flow.temperature")
            .Select(metric => (double)metric.Value!);

        public void Dispose() => Session.Dispose();
    }
}
