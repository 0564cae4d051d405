using Telemetry.Gateway.Configuration;

namespace Telemetry.Gateway.Drivers.Modbus;

/// <summary>Asks devices on one bus, one request at a time. Not for two threads.</summary>
internal interface IModbusMaster
{
    /// <summary>Reads words; a bit is a word of 0 or 1.</summary>
    /// <exception cref="ModbusException">No link, no answer, garbled, or refused by the device.</exception>
    void Read(ModbusTarget target, RegisterKind kind, ushort address, Span<ushort> words);

    /// <summary>Writes words by function 5, 6, 15 or 16; a bit is a word of 0 or 1.</summary>
    /// <exception cref="ModbusException">No link, no answer, garbled, or refused by the device.</exception>
    void Write(ModbusTarget target, int function, ushort address, ReadOnlySpan<ushort> words);
}
