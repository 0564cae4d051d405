namespace Telemetry.Gateway.Drivers.Modbus;

/// <summary>Carries one request and its answer over one line: a TCP connection, or RTU frames on a serial port or a socket.</summary>
internal interface IModbusTransport : IDisposable
{
    /// <summary>False before the first <see cref="Open"/> and after anything doubtful happened.</summary>
    bool IsOpen { get; }

    /// <summary>Opens the line.</summary>
    /// <exception cref="ModbusException">It cannot be opened.</exception>
    void Open();

    /// <summary>Closes the line: nothing that is still on its way can be taken for an answer.</summary>
    void Close();

    /// <summary>Sends a request and waits for its answer, both without the line's framing. On any doubt it closes the line, or keeps it silent until nothing late can come.</summary>
    /// <returns>Length of the answer.</returns>
    /// <exception cref="ModbusException">No link, no answer, or garbled.</exception>
    int Exchange(byte unit, ReadOnlySpan<byte> request, Span<byte> answer, TimeSpan timeout);
}
