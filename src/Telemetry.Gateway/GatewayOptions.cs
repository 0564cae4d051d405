namespace Telemetry.Gateway;

/// <summary>What the command line says.</summary>
internal sealed record GatewayOptions
{
    internal required string Site { get; init; }

    internal required string Devices { get; init; }

    internal required string Data { get; init; }

    /// <summary>HOST:PORT in place of the environment's; null to keep that.</summary>
    internal string? Broker { get; init; }

    /// <summary>Port of the status page on loopback; null for none.</summary>
    internal int? StatusPort { get; init; }

    /// <summary>Values are made up and nothing is read from the field.</summary>
    internal bool Simulated { get; init; }
}
