namespace Telemetry.Gateway.Drivers.Modbus.Rtu;

/// <summary>Carries bytes both ways: a serial line, or a socket to a converter. Any fault is a <see cref="ModbusException"/> « no link ».</summary>
internal interface IRtuLine : IDisposable
{
    /// <summary>True between <see cref="Open"/> and <see cref="Close"/>.</summary>
    bool IsOpen { get; }

    /// <summary>Opens it afresh: what waited in it is gone.</summary>
    void Open();

    /// <summary>Closes it; it may be opened again.</summary>
    void Close();

    /// <summary>Sends all of it.</summary>
    void Write(ReadOnlySpan<byte> bytes);

    /// <summary>Takes what has come, or waits for the first of it.</summary>
    /// <returns>0 when nothing came in that time.</returns>
    int Read(Span<byte> bytes, TimeSpan wait);
}
