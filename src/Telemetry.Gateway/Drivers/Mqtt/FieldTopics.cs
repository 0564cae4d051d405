namespace Telemetry.Gateway.Drivers.Mqtt;

/// <summary>Which devices a message concerns. Several may share a topic: three meters behind one module, two devices of one node.</summary>
internal sealed class FieldTopics
{
    /// <summary>Topics met under a wildcard are remembered, so many and no more: their names are the field's, not ours.</summary>
    private const int MostRemembered = 4096;
    private readonly Dictionary<string, List<FieldDevice>> _plain = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<FieldDevice>> _wild = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<FieldDevice>> _met = new(StringComparer.Ordinal);

    internal FieldTopics(IEnumerable<FieldDevice> devices)
    {
        foreach (var device in devices)
        {
            foreach (var filter in device.Topics)
            {
                var table = TopicFilter.IsPlain(filter) ? _plain : _wild;
                if (!table.TryGetValue(filter, out var known))
                {
                    table[filter] = known = [];
                }

                known.Add(device);
            }
        }
    }

    /// <summary>Everything to subscribe to, each once.</summary>
    internal IEnumerable<string> Filters => _plain.Keys.Concat(_wild.Keys);

    /// <summary>The devices that a message concerns.</summary>
    internal IReadOnlyList<FieldDevice> Find(string topic)
    {
        if (_met.TryGetValue(topic, out var known))
        {
            return known;
        }

        var found = (_plain.TryGetValue(topic, out var plain) ? plain : [])
            .Concat(_wild.Where(pair => TopicFilter.Covers(pair.Key, topic)).SelectMany(pair => pair.Value))
            .Distinct()
            .ToList();
        if (_met.Count < MostRemembered)
        {
            _met[topic] = found;
        }

        return found;
    }
}
