namespace Telemetry.Gateway.Configuration;

/// <summary>Where a point stands in a device's tables and how to read it: value = raw × scale × 10^scale factor + offset.</summary>
internal sealed record RegisterMap
{
    internal required RegisterKind Kind { get; init; }

    /// <summary>Protocol address, from 0: what travels in the frame. In a SunSpec model, counted from the register of the model's id.</summary>
    internal required ushort Address { get; init; }

    internal required RegisterType Type { get; init; }

    internal WordOrder Order { get; init; }

    internal double Scale { get; init; } = 1;

    internal double Offset { get; init; }

    /// <summary>Bits that make the value, moved down to bit 0; null for all.</summary>
    internal ulong? Mask { get; init; }

    /// <summary>The register that holds the power of ten of the scale; null when the scale is fixed.</summary>
    internal ushort? ScaleFrom { get; init; }

    /// <summary>Words of a text.</summary>
    internal int TextLength { get; init; }

    /// <summary>Bits that mean « no value », as they stand in the registers.</summary>
    internal IReadOnlyList<ulong> NoValue { get; init; } = [];

    /// <summary>Raw codes of an enumeration and our numbers for them, no other being believed; empty for measures.</summary>
    internal IReadOnlyDictionary<int, double> Values { get; init; } = new Dictionary<int, double>();

    /// <summary>The maker's words for some values, for people.</summary>
    internal IReadOnlyDictionary<double, string> Labels { get; init; } = new Dictionary<double, string>();

    /// <summary>How many words (or bits) the value takes.</summary>
    internal int Length => Type switch
    {
        RegisterType.UInt32 or RegisterType.Int32 or RegisterType.Float32 or RegisterType.Acc32 or RegisterType.Bcd32 => 2,
        RegisterType.UInt64 or RegisterType.Int64 or RegisterType.Float64 => 4,
        RegisterType.Text or RegisterType.WideText => TextLength,
        _ => 1,
    };

    /// <summary>First address needed to know the value: its own, or that of its scale factor.</summary>
    internal int First => ScaleFrom is { } factor && factor < Address ? factor : Address;

    /// <summary>How many words from <see cref="First"/> are needed, read in one request so that value and scale belong together.</summary>
    internal int Span => Math.Max(Address + Length, ScaleFrom + 1 ?? 0) - First;

    /// <summary>Whether it is read bit by bit.</summary>
    internal bool IsBit => Kind is RegisterKind.Coil or RegisterKind.Discrete;

    /// <summary>Whether it is a text.</summary>
    internal bool IsText => Type is RegisterType.Text or RegisterType.WideText;
}
