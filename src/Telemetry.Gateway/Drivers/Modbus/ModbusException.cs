namespace Telemetry.Gateway.Drivers.Modbus;

/// <summary>A request that did not get its answer.</summary>
#pragma warning disable CA1032, RCS1194 // always made with its fault: no other constructor has a meaning
internal sealed class ModbusException(ModbusFault fault, string message, byte code = 0) : Exception(message)
#pragma warning restore CA1032, RCS1194
{
    /// <summary>What went wrong.</summary>
    internal ModbusFault Fault { get; } = fault;

    /// <summary>The device's exception code when it refused, else 0.</summary>
    internal byte Code { get; } = code;
}
