using System.Buffers.Binary;

namespace Telemetry.Gateway.Drivers.Modbus.Rtu;

/// <summary>The frame of Modbus RTU: unit, function, data and a CRC, with no length and no number of its own.</summary>
/// <remarks>
/// <code>
///   unit | function | data ...        | CRC low | CRC high        4 to 256 bytes
///        |&lt;--------- the PDU ------->|
/// </code>
/// Nothing in it says how long it is: a master knows from its request what an answer must look like, and reads to that length.
/// CRC-16/MODBUS: polynomial 8005 reflected, start FFFF, sent low byte first; the CRC of a frame with its CRC is 0.
/// </remarks>
internal static class RtuFrame
{
    internal const int MaxLength = 256;

    internal const int MaxPdu = 253;

    internal const byte ExceptionFlag = 0x80;

    private const byte Identification = 0x2B;
    private const byte ReadIdentification = 0x0E;
    private const int ExceptionLength = 5;

    private static readonly ushort[] Table = MakeTable();

    internal static ushort Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = 0xFFFF;
        foreach (var next in bytes)
        {
            crc = (crc >> 8) ^ Table[(crc ^ next) & 0xFF];
        }

        return (ushort)crc;
    }

    /// <summary>True for a whole frame whose CRC is right.</summary>
    internal static bool IsWhole(ReadOnlySpan<byte> frame) => frame.Length is >= 4 and <= MaxLength && Crc(frame) == 0;

    /// <summary>Puts a PDU between its unit and its CRC.</summary>
    /// <returns>The length of the frame.</returns>
    internal static int Seal(byte unit, ReadOnlySpan<byte> pdu, Span<byte> frame)
    {
        if (pdu.Length is 0 or > MaxPdu)
        {
            throw new ArgumentException($"A request has 1 to {MaxPdu} bytes, not {pdu.Length}.", nameof(pdu));
        }

        frame[0] = unit;
        pdu.CopyTo(frame[1..]);
        var body = pdu.Length + 1;
        BinaryPrimitives.WriteUInt16LittleEndian(frame[body..], Crc(frame[..body]));
        return body + 2;
    }

    /// <summary>True where a right answer repeats its request byte for byte, so that an echo of the line looks like one.</summary>
    internal static bool IsMirrored(byte function) => function is 5 or 6 or 22;

    /// <summary>True where the answer's length can be known, so that a request may be sent at all.</summary>
    internal static bool Knows(ReadOnlySpan<byte> pdu) => pdu.Length > 0 && pdu[0] switch
    {
        >= 1 and <= 6 => pdu.Length == 5,
        15 or 16 => pdu.Length >= 6 && pdu.Length == 6 + pdu[5],
        22 => pdu.Length == 7,
        23 => pdu.Length >= 10 && pdu.Length == 10 + pdu[9],
        Identification => pdu.Length == 4 && pdu[1] == ReadIdentification,
        _ => false,
    };

    /// <summary>Length of the frame that begins here, if it answers this request.</summary>
    /// <param name="request">The request's frame, CRC included.</param>
    /// <param name="head">What has come of the answer.</param>
    /// <returns>The length; 0 while too little has come to know; -1 when this does not answer the request.</returns>
    internal static int AnswerLength(ReadOnlySpan<byte> request, ReadOnlySpan<byte> head)
    {
        if (head.Length > 0 && head[0] != request[0])
        {
            return -1;
        }

        if (head.Length < 2)
        {
            return 0;
        }

        var function = request[1];
        if (head[1] == (function | ExceptionFlag))
        {
            return head.Length < 3 ? 0 : head[2] is 0 ? -1 : ExceptionLength;
        }

        return head[1] != function ? -1 : function switch
        {
            1 or 2 => Counted(head, (Count(request, 4) + 7) / 8),
            3 or 4 or 23 => Counted(head, Count(request, 4) * 2),
            5 or 6 or 15 or 16 => Repeats(request, head, 6),
            22 => Repeats(request, head, 8),
            Identification => IdentificationLength(request, head),
            _ => -1,
        };
    }

    /// <summary>Length of any frame of a slave that begins here, whoever sent it; 0 when that cannot be told.</summary>
    internal static int AnyLength(ReadOnlySpan<byte> head) => head.Length < 3 ? 0 : head[1] switch
    {
        > ExceptionFlag => ExceptionLength,
        1 or 2 or 3 or 4 or 23 => 5 + head[2],
        5 or 6 or 15 or 16 => 8,
        22 => 10,
        Identification => Math.Max(0, IdentificationLength(head, head)),
        _ => 0,
    };

    private static int Counted(ReadOnlySpan<byte> head, int bytes) => head.Length < 3 ? 0 : head[2] == bytes ? 5 + bytes : -1;

    /// <summary>Answers to writes repeat the head of their request: unit, function, address and count or value.</summary>
    private static int Repeats(ReadOnlySpan<byte> request, ReadOnlySpan<byte> head, int same)
    {
        var seen = Math.Min(head.Length, same);
        return head[..seen].SequenceEqual(request[..seen]) ? same + 2 : -1;
    }

    /// <summary>43/14 says how many objects it holds and how long each is: its length is found while reading.</summary>
    private static int IdentificationLength(ReadOnlySpan<byte> request, ReadOnlySpan<byte> head)
    {
        // unit 2B 0E code conformity more next count { id length text... } CRC CRC
        if ((head.Length > 2 && head[2] != ReadIdentification) || (head.Length > 3 && head[3] != request[3]))
        {
            return -1;
        }

        if (head.Length < 8)
        {
            return 0;
        }

        var at = 8;
        for (var left = head[7]; left > 0; left--)
        {
            if (at + 1 >= head.Length)
            {
                return at + 4 > MaxLength ? -1 : 0;
            }

            at += 2 + head[at + 1];
        }

        return at + 2 > MaxLength ? -1 : at + 2;
    }

    private static int Count(ReadOnlySpan<byte> frame, int at) => BinaryPrimitives.ReadUInt16BigEndian(frame[at..]);

    private static ushort[] MakeTable()
    {
        var table = new ushort[256];
        for (var index = 0; index < table.Length; index++)
        {
            var value = index;
            for (var bit = 0; bit < 8; bit++)
            {
                value = (value & 1) != 0 ? (value >> 1) ^ 0xA001 : value >> 1;
            }

            table[index] = (ushort)value;
        }

        return table;
    }
}
