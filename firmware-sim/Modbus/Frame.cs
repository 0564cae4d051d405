namespace FirmwareSim.Modbus;

/// <summary>One request as it came: transaction, unit, function and data.</summary>
internal readonly record struct Frame(ushort Transaction, byte Unit, byte[] Pdu)
{
    /// <summary>The answer to this request on the wire.</summary>
    internal byte[] Answer(ReadOnlySpan<byte> pdu)
    {
        var bytes = new byte[7 + pdu.Length];
        (bytes[0], bytes[1]) = ((byte)(Transaction >> 8), (byte)(Transaction & 0xFF));
        (bytes[4], bytes[5]) = ((byte)((pdu.Length + 1) >> 8), (byte)((pdu.Length + 1) & 0xFF));
        bytes[6] = Unit;
        pdu.CopyTo(bytes.AsSpan(7));
        return bytes;
    }
}
