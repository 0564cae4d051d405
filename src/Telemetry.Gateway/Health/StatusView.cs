namespace Telemetry.Gateway.Health;

/// <summary>What a gateway says of itself at one instant, for people and machines: the shape of <c>/status.json</c>.</summary>
internal sealed record StatusView
{
    public required string Gateway { get; init; }

    public required string Name { get; init; }

    public required string Municipality { get; init; }

    public required string Version { get; init; }

    /// <summary>The civil instant of this view, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Values are made up: the field is not wired yet.</summary>
    public bool Simulated { get; init; }

    public double UptimeSeconds { get; init; }

    /// <summary>Resident memory.</summary>
    public long MemoryBytes { get; init; }

    /// <summary>Bytes sent to the disk since the start, as the kernel counts them.</summary>
    public long DiskWrittenBytes { get; init; }

    /// <summary>Loops that no longer go round, by name; empty when all is well.</summary>
    public IReadOnlyList<string> Stuck { get; init; } = [];

    /// <summary>Null when nothing is sent, as in <c>gateway watch</c>.</summary>
    public Link? Uplink { get; init; }

    public Store? Outbox { get; init; }

    /// <summary>Field messages that could not be understood.</summary>
    public long Refused { get; init; }

    public required IReadOnlyList<Device> Devices { get; init; }

    public IReadOnlyList<Order> Overrides { get; init; } = [];

    /// <summary>Boiler rooms in safety.</summary>
    public IReadOnlyList<Safety> Safeties { get; init; } = [];

    /// <summary>The way to the centre.</summary>
    internal sealed record Link(bool Online, DateTimeOffset Since, long Losses);

    /// <summary>What waits for the centre.</summary>
    internal sealed record Store(string Id, long Depth, long Dropped, double? OldestSeconds);

    /// <summary>A device and its points.</summary>
    internal sealed record Device(
        string Id, string Name, string Profile, string Where, bool Answers, long Reads, long Errors, string LastError, IReadOnlyList<PointValue> Points)
    {
        /// <summary>Polls skipped since the start, the line being too slow for the period.</summary>
        public long Skipped { get; init; }
    }

    /// <summary>A point's present value; null when there is none to believe.</summary>
    internal sealed record PointValue(string Name, double? Value, string Unit, string Quality, double? AgeSeconds);

    /// <summary>A boiler room put in safety, and the code that releases it once: shown here only, to whoever stands before the gateway.</summary>
    internal sealed record Safety(string Device, string By, DateTimeOffset Since, string Code);

    /// <summary>A temporary set point in force.</summary>
    internal sealed record Order(string Point, double Value, DateTimeOffset Until, string By, string Reason, bool Confirmed);
}
