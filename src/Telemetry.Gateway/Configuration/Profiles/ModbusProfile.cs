namespace Telemetry.Gateway.Configuration;

/// <summary>How a model of device is spoken to over Modbus.</summary>
internal sealed record ModbusProfile
{
    /// <summary>Most registers that the protocol lets into one read.</summary>
    internal const int LongestRead = 125;

    internal Pauses Pauses { get; init; } = new();

    /// <summary>Longest wait for an answer, real time.</summary>
    internal TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Most registers in one read.</summary>
    internal int MaxSpan { get; init; } = LongestRead;

    /// <summary>Most registers between two points that are read for nothing rather than asking twice.</summary>
    internal int MaxFill { get; init; } = 20;

    /// <summary>Whether each point must be asked alone: the device refuses any other read.</summary>
    internal bool OnePointPerRead { get; init; }

    /// <summary>Whether it takes one TCP connection only: a second one kills or starves the first.</summary>
    internal bool OneConnection { get; init; }

    /// <summary>Its unit as it leaves the factory.</summary>
    internal byte Unit { get; init; } = 1;

    /// <summary>The SunSpec models whose layout the points follow; empty for a device with fixed addresses.</summary>
    internal IReadOnlyList<int> SunSpec { get; init; } = [];

    /// <summary>Blocks that may be read whole; a kind without blocks may be read anywhere.</summary>
    internal IReadOnlyDictionary<RegisterKind, IReadOnlyList<(int First, int Last)>> Blocks { get; init; } =
        new Dictionary<RegisterKind, IReadOnlyList<(int, int)>>();

    /// <summary>Stretches that are not served: no read goes over them.</summary>
    internal IReadOnlyDictionary<RegisterKind, IReadOnlyList<(int First, int Last)>> Holes { get; init; } =
        new Dictionary<RegisterKind, IReadOnlyList<(int, int)>>();

    /// <summary>Registers that must read so before anything is written: the application the map was made for.</summary>
    internal IReadOnlyList<(ushort Address, ushort Value)> ApplicationKey { get; init; } = [];

    /// <summary>Most writes a day: settings live in memory that wears out.</summary>
    internal int DailyWrites { get; init; } = 100;

    /// <summary>Texts by which the device names itself: maker, model, serial number.</summary>
    internal IReadOnlyList<Identity> Identities { get; init; } = [];

    /// <summary>One such text and where it stands.</summary>
    internal sealed record Identity(string Name, RegisterMap Register);
}
