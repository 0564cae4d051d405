using Telemetry.Gateway.Control;
using Telemetry.Gateway.Drivers.Modbus;
using Telemetry.Gateway.Outbox;

namespace Telemetry.Gateway.Health;

/// <summary>The parts that a status is made of; those that do not run are absent.</summary>
internal sealed record StatusSources
{
    internal IReadOnlyList<ModbusBus> Buses { get; init; } = [];

    internal Func<long> Refused { get; init; } = () => 0;

    internal OutboxFile? Outbox { get; init; }

    /// <summary>Where the outbox lies.</summary>
    internal string? OutboxPath { get; init; }

    internal ControlDesk? Desk { get; init; }

    internal Pulse? Uplink { get; init; }

    internal bool Simulated { get; init; }
}
