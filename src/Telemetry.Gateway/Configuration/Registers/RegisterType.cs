namespace Telemetry.Gateway.Configuration;

/// <summary>What words mean as a number, or as a text.</summary>
internal enum RegisterType
{
    /// <summary>One word, unsigned.</summary>
    UInt16,

    /// <summary>One word, two's complement.</summary>
    Int16,

    /// <summary>The low byte of a word, unsigned; the high byte is not looked at.</summary>
    UInt8,

    /// <summary>One word: bit 15 the sign, the rest the absolute value.</summary>
    SignMagnitude16,

    /// <summary>Two words, unsigned.</summary>
    UInt32,

    /// <summary>Two words, two's complement.</summary>
    Int32,

    /// <summary>Four words, unsigned.</summary>
    UInt64,

    /// <summary>Four words, two's complement.</summary>
    Int64,

    /// <summary>Two words, IEEE 754.</summary>
    Float32,

    /// <summary>Four words, IEEE 754.</summary>
    Float64,

    /// <summary>Two words, unsigned, a counter of SunSpec: 0 says that nothing is counted.</summary>
    Acc32,

    /// <summary>One word, a decimal digit in each half byte.</summary>
    Bcd16,

    /// <summary>Two words, a decimal digit in each half byte.</summary>
    Bcd32,

    /// <summary>One word, 2345 for 23:45; the value is in minutes since midnight.</summary>
    Hhmm,

    /// <summary>One word, 3112 for 31 December; the value is the month × 100 and the day, 1231, so that it sorts.</summary>
    Ddmm,

    /// <summary>One bit.</summary>
    Bool,

    /// <summary>Two characters a word; for identities only, a point is a number.</summary>
    Text,

    /// <summary>One character a word, in the low byte; for identities only.</summary>
    WideText,
}
