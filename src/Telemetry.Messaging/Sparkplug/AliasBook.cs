using System.Runtime.InteropServices;

namespace Telemetry.Messaging.Sparkplug;

/// <summary>The aliases an edge node gives: one number a metric, over the node and all its devices, the same at every rebirth.</summary>
internal sealed class AliasBook
{
    private readonly Dictionary<(string Device, string Name), ulong> _byName = [];
    private readonly Dictionary<ulong, KnownMetric> _byAlias = [];

    /// <summary>What each alias stands for.</summary>
    internal IReadOnlyDictionary<ulong, KnownMetric> Known => _byAlias;

    /// <summary>A metric as a birth tells it: its name and its alias.</summary>
    internal Metric Introduce(string device, Metric metric)
    {
        ref var alias = ref CollectionsMarshal.GetValueRefOrAddDefault(_byName, (device, metric.Name), out var exists);
        if (!exists)
        {
            alias = (ulong)_byName.Count;
        }

        _byAlias[alias] = new KnownMetric(device, metric.Name, metric.Type);
        return metric with { Alias = alias };
    }

    /// <summary>The alias of a metric; null where no birth introduced it.</summary>
    internal ulong? Find(string device, string name) => _byName.TryGetValue((device, name), out var alias) ? alias : null;

    /// <summary>A metric as data tells it: its alias alone, or its name where no birth introduced it.</summary>
    internal Metric Shorten(string device, Metric metric) =>
        _byName.TryGetValue((device, metric.Name), out var alias) ? metric with { Name = "", Alias = alias } : metric with { Alias = null };
}
