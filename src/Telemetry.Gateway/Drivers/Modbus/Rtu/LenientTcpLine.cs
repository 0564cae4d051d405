using System.Buffers.Binary;

namespace Telemetry.Gateway.Drivers.Modbus.Rtu;

/// <summary>Modbus TCP to a converter that breaks the header: what its answers give as transaction and protocol is not looked at.</summary>
/// <remarks>
/// Without the transaction number an answer is as anonymous as on a serial line, so it is treated as one: the header is taken off, the
/// frame dressed as RTU, and the RTU transport checks unit, function and length, and keeps its quarantine.
/// </remarks>
internal sealed class LenientTcpLine(IRtuLine tcp) : IRtuLine
{
    private const int Prefix = 6;
    private readonly byte[] _sent = new byte[Prefix + RtuFrame.MaxLength];
    private readonly byte[] _held = new byte[4 * RtuFrame.MaxLength];
    private int _count;
    private ushort _transaction;
    private bool _stale;

    public bool IsOpen => tcp.IsOpen;

    public void Open()
    {
        _count = 0;
        _stale = false;
        tcp.Open();
    }

    public void Close() => tcp.Close();

    public void Dispose() => tcp.Dispose();

    public void Write(ReadOnlySpan<byte> bytes)
    {
        // A frame half here before the request goes out answers an older one.
        _stale = _count > 0;
        var body = bytes[..^2];
        _transaction = unchecked((ushort)(_transaction + 1));
        BinaryPrimitives.WriteUInt16BigEndian(_sent, _transaction);
        BinaryPrimitives.WriteUInt16BigEndian(_sent.AsSpan(2), 0);
        BinaryPrimitives.WriteUInt16BigEndian(_sent.AsSpan(4), (ushort)body.Length);
        body.CopyTo(_sent.AsSpan(Prefix));
        tcp.Write(_sent.AsSpan(0, Prefix + body.Length));
    }

    public int Read(Span<byte> bytes, TimeSpan wait)
    {
        if (Take(bytes) is var waiting and > 0)
        {
            return waiting;
        }

        _count += tcp.Read(_held.AsSpan(_count), wait);
        return Take(bytes);
    }

    /// <summary>The first whole frame held, as RTU; 0 while none is whole.</summary>
    private int Take(Span<byte> bytes)
    {
        if (_count < Prefix)
        {
            return 0;
        }

        var length = BinaryPrimitives.ReadUInt16BigEndian(_held.AsSpan(4));
        if (length is < 2 or > RtuFrame.MaxPdu + 1)
        {
            throw new ModbusException(ModbusFault.NoLink, "What came is not Modbus TCP, not even leniently: try rtu: instead of modbus:.");
        }

        var whole = Prefix + length;
        if (_count < whole || bytes.Length < length + 2)
        {
            return 0;
        }

        var taken = _stale ? 0 : RtuFrame.Seal(_held[Prefix], _held.AsSpan(Prefix + 1, length - 1), bytes);
        _held.AsSpan(whole, _count - whole).CopyTo(_held);
        _count -= whole;
        _stale = false;
        return taken;
    }
}
