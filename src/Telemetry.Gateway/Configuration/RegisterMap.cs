namespace Telemetry.Gateway.Configuration;

/// <summary>Where a point stands in a device's tables and how to read it: value = raw × scale + offset.</summary>
internal sealed record RegisterMap
{
    internal required RegisterKind Kind { get; init; }

    /// <summary>Protocol address, from 0: what travels in the frame.</summary>
    internal required ushort Address { get; init; }

    internal required RegisterType Type { get; init; }

    internal WordOrder Order { get; init; }

    internal double Scale { get; init; } = 1;

    internal double Offset { get; init; }

    /// <summary>Raw codes that mean « no value ».</summary>
    internal IReadOnlyList<double> NoValue { get; init; } = [];

    /// <summary>Raw codes of an enumeration and our numbers for them; empty for measures.</summary>
    internal IReadOnlyDictionary<int, double> Values { get; init; } = new Dictionary<int, double>();

    /// <summary>How many words (or bits) it takes.</summary>
    internal int Length => Type switch
    {
        RegisterType.UInt32 or RegisterType.Int32 or RegisterType.Float32 => 2,
        RegisterType.UInt64 or RegisterType.Float64 => 4,
        _ => 1,
    };

    /// <summary>Whether it is read bit by bit.</summary>
    internal bool IsBit => Kind is RegisterKind.Coil or RegisterKind.Discrete;
}
