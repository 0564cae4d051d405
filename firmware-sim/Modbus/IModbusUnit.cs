namespace FirmwareSim.Modbus;

/// <summary>A device behind a unit number.</summary>
internal interface IModbusUnit
{
    /// <summary>The answer to a request (function and data); null when the device says nothing.</summary>
    byte[]? Answer(ReadOnlySpan<byte> pdu);
}
