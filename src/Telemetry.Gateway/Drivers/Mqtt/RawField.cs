using System.Buffers.Binary;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Telemetry.Gateway.Drivers.Mqtt;

/// <summary>A number at a place in a radio frame that no server decoded: <c>bytes:int16@2</c>, big-endian, <c>bytes:int16le@2</c> the other way.</summary>
internal sealed partial record RawField(string Type, bool Little, int Start)
{
    /// <summary>What such a field starts with.</summary>
    internal const string Prefix = "bytes:";

    /// <summary>Reads what a profile says; null when it is not understood.</summary>
    internal static RawField? Parse(string field) => Shape().Match(field) is { Success: true } match
        ? new RawField(match.Groups["type"].Value, match.Groups["little"].Success, int.Parse(match.Groups["start"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture))
        : null;

    /// <summary>The number; null when the frame is too short to hold it.</summary>
    internal Field? Read(ReadOnlySpan<byte> frame)
    {
        var length = Type switch
        {
            "uint8" or "int8" => 1,
            "uint16" or "int16" => 2,
            "uint24" => 3,
            _ => 4,
        };
        if (Start + length > frame.Length)
        {
            return null;
        }

        Span<byte> big = stackalloc byte[4];
        frame.Slice(Start, length).CopyTo(big[(4 - length)..]);
        if (Little)
        {
            big[(4 - length)..].Reverse();
        }

        var raw = BinaryPrimitives.ReadUInt32BigEndian(big);
        return Field.Of(Type switch
        {
            "int8" => unchecked((sbyte)raw),
            "int16" => unchecked((short)raw),
            "int32" => unchecked((int)raw),
            "float32" => BitConverter.UInt32BitsToSingle(raw),
            _ => (double)raw,
        });
    }

    [GeneratedRegex("^bytes:(?<type>u?int8|u?int16|uint24|u?int32|float32)(?<little>le)?@(?<start>[0-9]{1,3})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Shape();
}
