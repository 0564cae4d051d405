using System.Buffers.Binary;

namespace Telemetry.Gateway.Tests.Modbus;

/// <summary>Answers of given words and bits.</summary>
internal static class FaultServerBits
{
    internal static byte[] Words(byte[] request, IEnumerable<int> words)
    {
        var data = words.SelectMany(word => new[] { (byte)(word >> 8), (byte)(word & 0xFF) }).ToArray();
        return Framed(request, data);
    }

    internal static byte[] Answer(byte[] request, IEnumerable<bool> bits)
    {
        var all = bits.ToArray();
        var data = new byte[(all.Length + 7) / 8];
        for (var i = 0; i < all.Length; i++)
        {
            data[i / 8] |= (byte)((all[i] ? 1 : 0) << (i % 8));
        }

        return Framed(request, data);
    }

    private static byte[] Framed(byte[] request, byte[] data)
    {
        byte[] answer = [.. request[..8], (byte)data.Length, .. data];
        BinaryPrimitives.WriteUInt16BigEndian(answer.AsSpan(4), (ushort)(answer.Length - 6));
        return answer;
    }
}
