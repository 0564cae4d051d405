namespace Telemetry.Gateway.Configuration;

/// <summary>What words mean as a number.</summary>
internal enum RegisterType
{
    /// <summary>One word, unsigned.</summary>
    UInt16,

    /// <summary>One word, two's complement.</summary>
    Int16,

    /// <summary>One word: bit 15 the sign, the rest the absolute value.</summary>
    SignMagnitude16,

    /// <summary>Two words, unsigned.</summary>
    UInt32,

    /// <summary>Two words, two's complement.</summary>
    Int32,

    /// <summary>Four words, unsigned.</summary>
    UInt64,

    /// <summary>Two words, IEEE 754.</summary>
    Float32,

    /// <summary>Four words, IEEE 754.</summary>
    Float64,

    /// <summary>One bit.</summary>
    Bool,
}
