using FirmwareSim.Scenarios;

namespace FirmwareSim.Mqtt;

/// <summary>Zigbee2MQTT with its devices: one connection, one bridge state, an availability for each device.</summary>
internal sealed class ZigbeeBridge(IReadOnlyList<ZigbeeChild> children, FaultBoard faults) : IMqttDevice
{
    private const string Root = "zigbee2mqtt/";
    private static readonly TimeSpan Soonest = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Latest = TimeSpan.FromSeconds(60);
    private readonly Dictionary<string, (DateTimeOffset At, double Signature)> _said = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _cached = new(StringComparer.Ordinal);
    private readonly HashSet<string> _lost = new(StringComparer.Ordinal);

    public string? Target => null;

    public string ClientId => "zigbee2mqtt_valmont";

    public TimeSpan Tick => TimeSpan.FromSeconds(5);

    public Message? Will => new Message(Root + "bridge/state", """{"state":"offline"}""", Retain: true);

    public IEnumerable<Message> Arrive(DateTimeOffset now)
    {
        yield return new Message(Root + "bridge/state", """{"state":"online"}""", Retain: true);
        foreach (var child in children)
        {
            yield return Availability(child, online: !Silent(child));

            // The last known state is said again at start: not a new measurement, the trap is the real one.
            yield return new Message(Root + child.Name, _cached.TryGetValue(child.Name, out var state) ? state : Remember(child));
        }
    }

    public IEnumerable<Message> Speak(DateTimeOffset now)
    {
        foreach (var child in children)
        {
            if (Silent(child))
            {
                if (_lost.Add(child.Name))
                {
                    yield return Availability(child, online: false);
                }

                continue;
            }

            if (_lost.Remove(child.Name))
            {
                yield return Availability(child, online: true);
            }

            var (at, before) = _said.GetValueOrDefault(child.Name, (DateTimeOffset.MinValue, double.NaN));
            var signature = child.Signature();
            if (now - at >= Latest || (signature != before && now - at >= Soonest))
            {
                _said[child.Name] = (now, signature);
                var topic = Root + child.Name;
                yield return new Message(topic, faults.IsOn(Fault.GarbageMqtt, child.Target) ? Garbage.Next() : Remember(child));
            }
        }
    }

    private static Message Availability(ZigbeeChild child, bool online) =>
        new($"{Root}{child.Name}/availability", online ? """{"state":"online"}""" : """{"state":"offline"}""", Retain: true);

    private bool Silent(ZigbeeChild child) => faults.IsOn(Fault.SilentDevice, child.Target);

    private string Remember(ZigbeeChild child) => _cached[child.Name] = child.State().ToJsonString();
}
