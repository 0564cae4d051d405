using System.Buffers.Binary;
using Telemetry.Gateway.Configuration;
using Telemetry.Model.Samples;

namespace Telemetry.Gateway.Drivers.Modbus;

/// <summary>Words of a device into a value of a point, and back: pure.</summary>
internal static class RegisterDecoder
{
    /// <summary>The value, or why there is none.</summary>
    internal static (double Value, Quality Quality) Decode(RegisterMap map, ReadOnlySpan<ushort> words)
    {
        var raw = Raw(map, words);
        if (map.NoValue.Contains(raw) || (map.NoValue.Count > 0 && map.NoValue.Contains(words[0]) && map.Length == 1))
        {
            return (double.NaN, Quality.NoSensor);
        }

        if (map.Values.Count > 0)
        {
            return map.Values.TryGetValue(words[0], out var known) ? (known, Quality.Good) : (double.NaN, Quality.Undecodable);
        }

        var value = Clean((raw * map.Scale) + map.Offset);
        return double.IsFinite(value) ? (value, Quality.Good) : (double.NaN, Quality.Undecodable);
    }

    /// <summary>The word to write for a value; null when the register cannot say it.</summary>
    internal static ushort? Encode(RegisterMap map, double value)
    {
        if (map.Values.Count > 0)
        {
            foreach (var (code, meaning) in map.Values)
            {
                if (meaning.Equals(value))
                {
                    return (ushort)code;
                }
            }

            return null;
        }

        var raw = Math.Round((value - map.Offset) / map.Scale, MidpointRounding.AwayFromZero);
        return map.Type switch
        {
            RegisterType.UInt16 or RegisterType.Bool when raw is >= 0 and <= ushort.MaxValue => (ushort)raw,
            RegisterType.Int16 when raw is >= short.MinValue and <= short.MaxValue => unchecked((ushort)(short)raw),
            RegisterType.SignMagnitude16 when raw is >= -0x7FFF and <= 0x7FFF => (ushort)(raw < 0 ? 0x8000 | (int)-raw : (int)raw),
            _ => null,
        };
    }

    /// <summary>The number the words make, before scale.</summary>
    private static double Raw(RegisterMap map, ReadOnlySpan<ushort> words)
    {
        Span<byte> bytes = stackalloc byte[8];
        var count = map.Length;
        for (var i = 0; i < count; i++)
        {
            var word = words[map.Order is WordOrder.Little or WordOrder.LittleSwapped ? count - 1 - i : i];
            word = map.Order is WordOrder.BigSwapped or WordOrder.LittleSwapped ? BinaryPrimitives.ReverseEndianness(word) : word;
            BinaryPrimitives.WriteUInt16BigEndian(bytes[(i * 2)..], word);
        }

        return map.Type switch
        {
            RegisterType.Int16 => BinaryPrimitives.ReadInt16BigEndian(bytes),
            RegisterType.SignMagnitude16 => (bytes[0] & 0x80) == 0
                ? BinaryPrimitives.ReadUInt16BigEndian(bytes)
                : -(BinaryPrimitives.ReadUInt16BigEndian(bytes) & 0x7FFF),
            RegisterType.UInt32 => BinaryPrimitives.ReadUInt32BigEndian(bytes),
            RegisterType.Int32 => BinaryPrimitives.ReadInt32BigEndian(bytes),
            RegisterType.UInt64 => BinaryPrimitives.ReadUInt64BigEndian(bytes),
            RegisterType.Float32 => BinaryPrimitives.ReadSingleBigEndian(bytes),
            RegisterType.Float64 => BinaryPrimitives.ReadDoubleBigEndian(bytes),
            _ => BinaryPrimitives.ReadUInt16BigEndian(bytes),
        };
    }

    /// <summary>Takes away what binary fractions add to decimal scales: 215 × 0.1 is 21.5, not 21.500000000000004.</summary>
    private static double Clean(double value) => double.IsFinite(value) && Math.Abs(value) < 1e9 ? Math.Round(value, 6) : value;
}
