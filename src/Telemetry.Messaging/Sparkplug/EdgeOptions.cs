namespace Telemetry.Messaging.Sparkplug;

/// <summary>What an edge session is and says at birth.</summary>
public sealed record EdgeOptions
{
    /// <summary>Sparkplug group: the municipality.</summary>
    public required string Group { get; init; }

    /// <summary>Sparkplug edge node: the gateway.</summary>
    public required string Node { get; init; }

    /// <summary>Host that must be online before births; null to be born at once.</summary>
    public string? PrimaryHost { get; init; }

    /// <summary>Asked at each birth: every metric of the node (key <c>""</c>) and of each device, with present values and properties.</summary>
    public required Func<IReadOnlyDictionary<string, IReadOnlyList<Metric>>> Births { get; init; }

    /// <summary>Asked at each connection: the next bdSeq, 0 to 255, one more than the last, kept across restarts.</summary>
    public required Func<byte> NextBirthDeathSequence { get; init; }
}
