namespace Telemetry.Messaging.Sparkplug;

/// <summary>What a host knows of one edge node: its aliases, where its sequence stands, when it was last asked to be reborn.</summary>
internal sealed class NodeView
{
    private readonly Dictionary<ulong, KnownMetric> _aliases = [];
    private byte _last;

    /// <summary>True from NBIRTH to NDEATH.</summary>
    internal bool Alive { get; private set; }

    /// <summary>True when something was missed: only a birth mends it.</summary>
    internal bool NeedsRebirth { get; private set; }

    /// <summary>When it was last asked, as a timestamp of the real clock.</summary>
    internal long? Asked { get; set; }

    /// <summary>bdSeq of the present life; null when its birth did not say.</summary>
    internal long? BirthDeathSequence { get; private set; }

    internal IReadOnlyDictionary<ulong, KnownMetric> Aliases => _aliases;

    internal void Born(Payload payload)
    {
        _aliases.Clear();
        (Alive, NeedsRebirth, BirthDeathSequence, _last) = (true, false, StandardMetrics.SequenceOf(payload), payload.Seq ?? 0);
    }

    /// <summary>Keeps the aliases a birth gives.</summary>
    internal void Learn(string device, Payload payload)
    {
        foreach (var metric in payload.Metrics)
        {
            if (metric.Alias is { } alias && metric.Name.Length > 0)
            {
                _aliases[alias] = new KnownMetric(device, metric.Name, metric.Type);
            }
        }
    }

    /// <summary>Counts a message; a number missed, repeated or absent asks for a rebirth.</summary>
    internal void Count(byte? seq)
    {
        if (!Alive || seq is not { } now || now != (_last == byte.MaxValue ? 0 : _last + 1))
        {
            NeedsRebirth = true;
        }

        _last = seq ?? _last;
    }

    /// <summary>Something was said that only a birth explains.</summary>
    internal void Missed() => NeedsRebirth = true;

    /// <summary>Forgets the present life: data before the next birth has no meaning.</summary>
    internal void Die()
    {
        (Alive, BirthDeathSequence) = (false, null);
        _aliases.Clear();
    }
}
