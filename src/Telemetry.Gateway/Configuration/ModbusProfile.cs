namespace Telemetry.Gateway.Configuration;

/// <summary>How a model of device is spoken to over Modbus.</summary>
internal sealed record ModbusProfile
{
    internal Pauses Pauses { get; init; } = new();

    /// <summary>Longest wait for an answer, real time.</summary>
    internal TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Most registers in one read.</summary>
    internal int MaxSpan { get; init; } = 125;

    /// <summary>Blocks that may be read whole; a kind without blocks may be read anywhere.</summary>
    internal IReadOnlyDictionary<RegisterKind, IReadOnlyList<(int First, int Last)>> Blocks { get; init; } =
        new Dictionary<RegisterKind, IReadOnlyList<(int, int)>>();

    /// <summary>Registers that must read so before anything is written: the application the map was made for.</summary>
    internal IReadOnlyList<(ushort Address, ushort Value)> ApplicationKey { get; init; } = [];

    /// <summary>Most writes a day: settings live in memory that wears out.</summary>
    internal int DailyWrites { get; init; } = 100;
}
