namespace Telemetry.Messaging.Sparkplug;

/// <summary>Sparkplug B data types with their numbers on the wire (specification 3.0, chapter 6).</summary>
public enum MetricType
{
    /// <summary>Not given.</summary>
    Unknown = 0,

    /// <summary>Signed, 8 bits.</summary>
    Int8 = 1,

    /// <summary>Signed, 16 bits.</summary>
    Int16 = 2,

    /// <summary>Signed, 32 bits.</summary>
    Int32 = 3,

    /// <summary>Signed, 64 bits.</summary>
    Int64 = 4,

    /// <summary>Unsigned, 8 bits.</summary>
    UInt8 = 5,

    /// <summary>Unsigned, 16 bits.</summary>
    UInt16 = 6,

    /// <summary>Unsigned, 32 bits.</summary>
    UInt32 = 7,

    /// <summary>Unsigned, 64 bits; values above <see cref="long.MaxValue"/> are refused as undecodable.</summary>
    UInt64 = 8,

    /// <summary>IEEE 754, 32 bits.</summary>
    Float = 9,

    /// <summary>IEEE 754, 64 bits.</summary>
    Double = 10,

    /// <summary>True or false.</summary>
    Boolean = 11,

    /// <summary>UTF-8 text.</summary>
    String = 12,

    /// <summary>UTC milliseconds since 1970.</summary>
    DateTime = 13,

    /// <summary>Longer text.</summary>
    Text = 14,

    /// <summary>A UUID, as text.</summary>
    Uuid = 15,

    /// <summary>A table; carried, not interpreted.</summary>
    DataSet = 16,

    /// <summary>Bytes.</summary>
    Bytes = 17,

    /// <summary>A file, as bytes.</summary>
    File = 18,

    /// <summary>A template; carried, not interpreted.</summary>
    Template = 19,
}
