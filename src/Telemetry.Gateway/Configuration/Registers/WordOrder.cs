namespace Telemetry.Gateway.Configuration;

/// <summary>How a value of several words is laid out, named by the bytes A (highest) to D (lowest).</summary>
internal enum WordOrder
{
    /// <summary>ABCD: high word first.</summary>
    Big,

    /// <summary>CDAB: low word first.</summary>
    Little,

    /// <summary>BADC: high word first, bytes swapped.</summary>
    BigSwapped,

    /// <summary>DCBA: low word first, bytes swapped.</summary>
    LittleSwapped,
}
