using System.Buffers.Binary;
using Telemetry.Gateway.Configuration;

namespace Telemetry.Gateway.Drivers.Modbus;

/// <summary>Bits and the numbers they mean, both ways: pure.</summary>
internal static class RegisterBits
{
    /// <summary>Up to four words as one number of bits, highest first whatever the order on the wire.</summary>
    internal static ulong Take(ReadOnlySpan<ushort> words, WordOrder order)
    {
        var bits = 0UL;
        for (var i = 0; i < words.Length; i++)
        {
            var word = words[order is WordOrder.Little or WordOrder.LittleSwapped ? words.Length - 1 - i : i];
            bits = (bits << 16) | (order is WordOrder.BigSwapped or WordOrder.LittleSwapped ? BinaryPrimitives.ReverseEndianness(word) : word);
        }

        return bits;
    }

    /// <summary>The number before scale; NaN when the bits cannot be one of that type.</summary>
    internal static double Number(RegisterType type, ulong bits) => unchecked(type switch
    {
        RegisterType.Int16 => (short)bits,
        RegisterType.SignMagnitude16 => (bits & 0x8000) == 0 ? bits : -(double)(bits & 0x7FFF),
        RegisterType.Int32 => (int)bits,
        RegisterType.Int64 => (long)bits,
        RegisterType.Float32 => BitConverter.UInt32BitsToSingle((uint)bits),
        RegisterType.Float64 => BitConverter.UInt64BitsToDouble(bits),
        RegisterType.Bcd16 or RegisterType.Bcd32 => Digits(bits),
        RegisterType.Hhmm => Minutes((int)bits),
        RegisterType.Ddmm => MonthDay((int)bits),
        RegisterType.Bool => bits == 0 ? 0 : 1,
        RegisterType.Text or RegisterType.WideText => double.NaN,
        _ => bits,
    });

    /// <summary>The word that means a raw number; null when the type cannot say it.</summary>
    internal static ushort? Word(RegisterType type, double raw) => type switch
    {
        RegisterType.UInt16 when raw is >= 0 and <= ushort.MaxValue => (ushort)raw,
        RegisterType.UInt8 when raw is >= 0 and <= byte.MaxValue => (ushort)raw,
        RegisterType.Bool when raw is 0 or 1 => (ushort)raw,
        RegisterType.Int16 when raw is >= short.MinValue and <= short.MaxValue => unchecked((ushort)(short)raw),
        RegisterType.SignMagnitude16 when raw is >= -0x7FFF and <= 0x7FFF => (ushort)(raw < 0 ? 0x8000 | (int)-raw : (int)raw),
        RegisterType.Bcd16 when raw is >= 0 and <= 9999 => (ushort)(((int)raw / 1000 << 12) | ((int)raw / 100 % 10 << 8) | ((int)raw / 10 % 10 << 4) | ((int)raw % 10)),
        RegisterType.Hhmm when raw is >= 0 and <= 24 * 60 => (ushort)(((int)raw / 60 * 100) + ((int)raw % 60)),
        RegisterType.Ddmm when raw is >= 101 and <= 1231 && !double.IsNaN(MonthDay(((int)raw % 100 * 100) + ((int)raw / 100))) => (ushort)(((int)raw % 100 * 100) + ((int)raw / 100)),
        _ => null,
    };

    private static double Digits(ulong bits)
    {
        var number = 0.0;
        for (var shift = 28; shift >= 0; shift -= 4)
        {
            var digit = (bits >> shift) & 0xF;
            if (digit > 9)
            {
                return double.NaN;
            }

            number = (number * 10) + digit;
        }

        return number;
    }

    private static double Minutes(int packed)
    {
        var (hours, minutes) = (packed / 100, packed % 100);
        return minutes < 60 && (hours < 24 || packed == 2400) ? (hours * 60) + minutes : double.NaN;
    }

    private static double MonthDay(int packed)
    {
        var (day, month) = (packed / 100, packed % 100);

        // 2024 was a leap year: 29 February is a day that a controller may hold.
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(2024, month) ? (month * 100) + day : double.NaN;
    }
}
