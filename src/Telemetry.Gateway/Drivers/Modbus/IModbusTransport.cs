namespace Telemetry.Gateway.Drivers.Modbus;

/// <summary>Carries one request and its answer over one line: TCP now, serial frames later.</summary>
internal interface IModbusTransport : IDisposable
{
    /// <summary>False before the first <see cref="Open"/> and after anything doubtful happened.</summary>
    bool IsOpen { get; }

    /// <summary>Opens the line.</summary>
    /// <exception cref="ModbusException">It cannot be opened.</exception>
    void Open();

    /// <summary>Sends a request and waits for its answer, both without the line's framing. Closes the line on any doubt.</summary>
    /// <returns>Length of the answer.</returns>
    /// <exception cref="ModbusException">No link, no answer, or garbled.</exception>
    int Exchange(byte unit, ReadOnlySpan<byte> request, Span<byte> answer, TimeSpan timeout);
}
