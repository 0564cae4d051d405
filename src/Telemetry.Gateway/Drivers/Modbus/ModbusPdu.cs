using System.Buffers.Binary;
using Telemetry.Gateway.Configuration;
using static System.FormattableString;

namespace Telemetry.Gateway.Drivers.Modbus;

/// <summary>Requests and answers of the Modbus application protocol 1.1b3, without framing: pure functions of bytes.</summary>
/// <remarks>
/// <code>
/// read     | function | address 2 | count 2 |              →  | function | bytes | data … |
/// write 1  | 5 or 6   | address 2 | value 2 |              →  the same
/// write n  | 15 or 16 | address 2 | count 2 | bytes | … |  →  | function | address 2 | count 2 |
/// refusal                                                →  | function + 0x80 | code |
/// </code>
/// </remarks>
internal static class ModbusPdu
{
    /// <summary>Longest request or answer.</summary>
    internal const int MaxLength = 253;

    private const int CoilOn = 0xFF00;

    /// <summary>Writes a read request; its length.</summary>
    internal static int Read(Span<byte> pdu, RegisterKind kind, ushort address, int count)
    {
        Bound(count, IsBit(kind) ? 2000 : 125, nameof(count));
        pdu[0] = ReadFunction(kind);
        BinaryPrimitives.WriteUInt16BigEndian(pdu[1..], address);
        BinaryPrimitives.WriteUInt16BigEndian(pdu[3..], (ushort)count);
        return 5;
    }

    /// <summary>Writes a write request; its length.</summary>
    internal static int Write(Span<byte> pdu, int function, ushort address, ReadOnlySpan<ushort> words)
    {
        pdu[0] = (byte)function;
        BinaryPrimitives.WriteUInt16BigEndian(pdu[1..], address);
        if (function is 5 or 6)
        {
            Bound(words.Length, 1, nameof(words));
            BinaryPrimitives.WriteUInt16BigEndian(pdu[3..], function == 6 ? words[0] : (ushort)(words[0] == 0 ? 0 : CoilOn));
            return 5;
        }

        Bound(words.Length, function == 15 ? 1968 : 123, nameof(words));
        BinaryPrimitives.WriteUInt16BigEndian(pdu[3..], (ushort)words.Length);
        var bytes = function == 15 ? (words.Length + 7) / 8 : words.Length * 2;
        pdu[5] = (byte)bytes;
        pdu.Slice(6, bytes).Clear();
        for (var i = 0; i < words.Length; i++)
        {
            if (function == 16)
            {
                BinaryPrimitives.WriteUInt16BigEndian(pdu[(6 + (i * 2))..], words[i]);
            }
            else if (words[i] != 0)
            {
                pdu[6 + (i / 8)] |= (byte)(1 << (i % 8));
            }
        }

        return 6 + bytes;
    }

    /// <summary>Takes the words out of the answer to a read.</summary>
    /// <exception cref="ModbusException">Refused, or not the answer to what was asked.</exception>
    internal static void TakeWords(ReadOnlySpan<byte> answer, RegisterKind kind, Span<ushort> words)
    {
        Check(answer, ReadFunction(kind));
        var bytes = IsBit(kind) ? (words.Length + 7) / 8 : words.Length * 2;
        if (answer.Length != 2 + bytes || answer[1] != bytes)
        {
            throw new ModbusException(ModbusFault.Garbled, Invariant($"The answer holds {answer.Length - 2} bytes where {bytes} were asked."));
        }

        for (var i = 0; i < words.Length; i++)
        {
            words[i] = IsBit(kind)
                ? (ushort)((answer[2 + (i / 8)] >> (i % 8)) & 1)
                : BinaryPrimitives.ReadUInt16BigEndian(answer[(2 + (i * 2))..]);
        }
    }

    /// <summary>Checks the answer to a write: it repeats the first five bytes of the request.</summary>
    /// <exception cref="ModbusException">Refused, or not the answer to what was asked.</exception>
    internal static void CheckWritten(ReadOnlySpan<byte> request, ReadOnlySpan<byte> answer)
    {
        Check(answer, request[0]);
        if (!answer.SequenceEqual(request[..5]))
        {
            throw new ModbusException(ModbusFault.Garbled, "The answer to the write does not repeat it.");
        }
    }

    private static void Check(ReadOnlySpan<byte> answer, byte function)
    {
        if (answer.Length == 2 && answer[0] == (function | 0x80))
        {
            throw new ModbusException(ModbusFault.Refused, Invariant($"The device answers with exception {answer[1]}."), answer[1]);
        }

        if (answer.Length < 2 || answer[0] != function)
        {
            throw new ModbusException(ModbusFault.Garbled, "The answer is of another function.");
        }
    }

    private static void Bound(int length, int most, string name)
    {
        if (length < 1 || length > most)
        {
            throw new ArgumentOutOfRangeException(name, length, "Too few or too many for one request.");
        }
    }

    private static bool IsBit(RegisterKind kind) => kind is RegisterKind.Coil or RegisterKind.Discrete;

    private static byte ReadFunction(RegisterKind kind) => kind switch
    {
        RegisterKind.Coil => 1,
        RegisterKind.Discrete => 2,
        RegisterKind.Holding => 3,
        _ => 4,
    };
}
