using System.Buffers.Binary;

namespace Telemetry.Gateway.Drivers.Modbus;

/// <summary>Requests beyond plain reads and writes: mask write (22), read and write at once (23), who are you (43/14). Each returns its length.</summary>
internal static class RareRequests
{
    /// <summary>Function 22: result = (now and <paramref name="and"/>) or (<paramref name="or"/> and not <paramref name="and"/>).</summary>
    internal static int MaskWrite(Span<byte> pdu, ushort address, ushort and, ushort or)
    {
        pdu[0] = 22;
        BinaryPrimitives.WriteUInt16BigEndian(pdu[1..], address);
        BinaryPrimitives.WriteUInt16BigEndian(pdu[3..], and);
        BinaryPrimitives.WriteUInt16BigEndian(pdu[5..], or);
        return 7;
    }

    /// <summary>Function 23: writes, then reads, in one exchange.</summary>
    internal static int ReadWrite(Span<byte> pdu, ushort readAddress, int count, ushort writeAddress, ReadOnlySpan<ushort> words)
    {
        Within(readAddress, count, 125);
        Within(writeAddress, words.Length, 121);
        pdu[0] = 23;
        BinaryPrimitives.WriteUInt16BigEndian(pdu[1..], readAddress);
        BinaryPrimitives.WriteUInt16BigEndian(pdu[3..], (ushort)count);
        BinaryPrimitives.WriteUInt16BigEndian(pdu[5..], writeAddress);
        BinaryPrimitives.WriteUInt16BigEndian(pdu[7..], (ushort)words.Length);
        pdu[9] = (byte)(words.Length * 2);
        for (var i = 0; i < words.Length; i++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(pdu[(10 + (i * 2))..], words[i]);
        }

        return 10 + (words.Length * 2);
    }

    /// <summary>Function 43/14. Code 1 asks the basic objects, 2 the regular, 3 all, 4 one of them.</summary>
    internal static int ReadIdentification(Span<byte> pdu, byte code, byte firstObject)
    {
        ArgumentOutOfRangeException.ThrowIfZero(code);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(code, (byte)4);
        pdu[0] = 0x2B;
        pdu[1] = 0x0E;
        pdu[2] = code;
        pdu[3] = firstObject;
        return 4;
    }

    private static void Within(ushort address, int count, int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, most);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(address + count, 0x10000, nameof(address));
    }
}
