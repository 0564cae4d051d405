using System.Buffers.Binary;

namespace FirmwareSim.Modbus;

/// <summary>Words of the Modbus application protocol.</summary>
internal static class Pdu
{
    internal const byte ReadCoils = 1;
    internal const byte ReadHolding = 3;
    internal const byte ReadInput = 4;
    internal const byte WriteCoil = 5;
    internal const byte WriteRegister = 6;

    internal const byte IllegalFunction = 1;
    internal const byte IllegalAddress = 2;
    internal const byte IllegalValue = 3;

    /// <summary>A refusal.</summary>
    internal static byte[] Refuse(byte function, byte reason) => [(byte)(function | 0x80), reason];

    /// <summary>Address and count (or value) of a request of the plain form; null when it has another length.</summary>
    internal static (ushort Address, ushort Second)? Plain(ReadOnlySpan<byte> pdu) => pdu.Length == 5
        ? (BinaryPrimitives.ReadUInt16BigEndian(pdu[1..]), BinaryPrimitives.ReadUInt16BigEndian(pdu[3..]))
        : null;

    /// <summary>An answer with registers.</summary>
    internal static byte[] Registers(byte function, ReadOnlySpan<ushort> words)
    {
        var answer = new byte[2 + (2 * words.Length)];
        (answer[0], answer[1]) = (function, (byte)(2 * words.Length));
        for (var i = 0; i < words.Length; i++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(answer.AsSpan(2 + (2 * i)), words[i]);
        }

        return answer;
    }

    /// <summary>An answer with coils, first coil in the lowest bit.</summary>
    internal static byte[] Coils(byte function, ReadOnlySpan<bool> coils)
    {
        var answer = new byte[2 + ((coils.Length + 7) / 8)];
        (answer[0], answer[1]) = (function, (byte)(answer.Length - 2));
        for (var i = 0; i < coils.Length; i++)
        {
            if (coils[i])
            {
                answer[2 + (i / 8)] |= (byte)(1 << (i % 8));
            }
        }

        return answer;
    }
}
