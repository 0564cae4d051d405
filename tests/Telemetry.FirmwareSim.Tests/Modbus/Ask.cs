using System.Buffers.Binary;
using FirmwareSim.Modbus;

namespace Telemetry.FirmwareSim.Tests.Modbus;

/// <summary>Requests as a master would build them.</summary>
internal static class Ask
{
    internal static byte[] Read(byte function, int address, int count) => Request(function, address, count);

    internal static byte[] Write(int address, int value) => Request(6, address, value & 0xFFFF);

    internal static byte[] Coil(int address, bool on) => Request(5, address, on ? 0xFF00 : 0);

    /// <summary>One register, signed.</summary>
    internal static short Register(IModbusUnit unit, int address, byte function = 3)
    {
        var answer = unit.Answer(Read(function, address, 1))!;
        Assert.Equal([function, 2], answer[..2]);
        return BinaryPrimitives.ReadInt16BigEndian(answer.AsSpan(2));
    }

    internal static bool CoilOf(IModbusUnit unit, int address)
    {
        var answer = unit.Answer(Read(1, address, 1))!;
        Assert.Equal([1, 1], answer[..2]);
        return answer[2] == 1;
    }

    internal static void Refused(byte reason, byte[]? answer)
    {
        Assert.NotNull(answer);
        Assert.Equal(2, answer.Length);
        Assert.True((answer[0] & 0x80) != 0, "not a refusal");
        Assert.Equal(reason, answer[1]);
    }

    private static byte[] Request(byte function, int address, int second) =>
        [function, (byte)(address >> 8), (byte)(address & 0xFF), (byte)(second >> 8), (byte)(second & 0xFF)];
}
