namespace Telemetry.Dashboard.Accounts;

/// <summary>A session somebody has open. Instants are Unix seconds of the real clock.</summary>
internal sealed class OpenSession
{
    /// <summary>SHA-256 of the key in the browser's cookie: whoever reads this table can open nothing.</summary>
    public required string Id { get; init; }

    public int AccountId { get; init; }

    /// <summary>How the person proved who they are (<see cref="Proofs"/>).</summary>
    public required string Method { get; set; }

    /// <summary>Browser and system, in a few words.</summary>
    public required string Device { get; init; }

    public long OpenedAt { get; init; }

    public long SeenAt { get; set; }

    /// <summary>Last time the person proved who they are.</summary>
    public long ProvedAt { get; set; }
}
