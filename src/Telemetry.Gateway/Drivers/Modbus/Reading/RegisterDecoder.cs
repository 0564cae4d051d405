using System.Numerics;
using Telemetry.Gateway.Configuration;
using Telemetry.Model.Samples;

namespace Telemetry.Gateway.Drivers.Modbus;

/// <summary>Words of a device into a value of a point, and back: pure.</summary>
/// <remarks>
/// <code>
/// words   ─ order ─►  bits  ─ no value? ─►  bits  ─ mask ─►  bits  ─ type ─►  raw  ─ × scale × 10^factor + offset ─►  value
/// 2 words of 0xAABBCCDD:   big AABB CCDD   little CCDD AABB   bigSwapped BBAA DDCC   littleSwapped DDCC BBAA
/// </code>
/// </remarks>
internal static class RegisterDecoder
{
    /// <summary>A scale factor that is not there, and the largest one believed (SunSpec).</summary>
    private const ushort NoFactor = 0x8000;

    private const int LargestFactor = 10;

    /// <summary>The value, or why there is none. The words begin at <see cref="RegisterMap.First"/> and are <see cref="RegisterMap.Span"/>.</summary>
    internal static (double Value, Quality Quality) Decode(RegisterMap map, ReadOnlySpan<ushort> words)
    {
        if (words.Length < map.Span)
        {
            // Without its scale factor a number is not a value.
            return (double.NaN, Quality.Undecodable);
        }

        var bits = RegisterBits.Take(words.Slice(map.Address - map.First, map.Length), map.Order);
        bits = map.Type == RegisterType.UInt8 ? bits & 0xFF : bits;
        if (map.NoValue.Contains(bits) || (map.Type == RegisterType.Acc32 && bits == 0))
        {
            return (double.NaN, Quality.NoSensor);
        }

        if (map.Mask is { } mask)
        {
            bits = (bits & mask) >> BitOperations.TrailingZeroCount(mask);
        }

        if (map.Values.Count > 0)
        {
            return bits <= ushort.MaxValue && map.Values.TryGetValue((int)bits, out var known) ? (known, Quality.Good) : (double.NaN, Quality.Undecodable);
        }

        var factor = 1.0;
        if (map.ScaleFrom is { } from)
        {
            var power = words[from - map.First];
            if (power == NoFactor)
            {
                return (double.NaN, Quality.NoSensor);
            }

            var exponent = unchecked((short)power);
            factor = Math.Abs((int)exponent) <= LargestFactor ? Math.Pow(10, exponent) : double.NaN;
        }

        var value = Clean((RegisterBits.Number(map.Type, bits) * map.Scale * factor) + map.Offset);
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

        var word = map.Length == 1 && map.Mask is null && map.ScaleFrom is null
            ? RegisterBits.Word(map.Type, Math.Round((value - map.Offset) / map.Scale, MidpointRounding.AwayFromZero))
            : null;
        return word is not null && map.Order is WordOrder.BigSwapped or WordOrder.LittleSwapped
            ? System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(word.Value)
            : word;
    }

    /// <summary>The text of an identity without the blanks and zeros that fill it; null when it is not printable.</summary>
    internal static string? Text(RegisterMap map, ReadOnlySpan<ushort> words)
    {
        Span<char> text = stackalloc char[words.Length * 2];
        var length = 0;
        foreach (var word in words)
        {
            var (high, low) = ((char)(word >> 8), (char)(word & 0xFF));
            if (map.Type == RegisterType.Text)
            {
                text[length++] = map.Order is WordOrder.Big or WordOrder.Little ? high : low;
            }

            text[length++] = map.Order is WordOrder.Big or WordOrder.Little || map.Type == RegisterType.WideText ? low : high;
        }

        var trimmed = new string(text[..length]).Trim('\0', ' ');
        return trimmed.Any(char.IsControl) ? null : trimmed;
    }

    /// <summary>Takes away what binary fractions add to decimal scales: 215 × 0.1 is 21.5, not 21.500000000000004.</summary>
    private static double Clean(double value) => double.IsFinite(value) && Math.Abs(value) < 1e9 ? Math.Round(value, 6) : value;
}
