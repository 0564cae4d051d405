namespace Telemetry.Gateway.Drivers.Modbus.Rtu;

/// <summary>A line whose bytes somebody looks at.</summary>
internal sealed class WitnessedLine(IRtuLine line, IFrameWitness witness) : IRtuLine
{
    public bool IsOpen => line.IsOpen;

    public void Open() => line.Open();

    public void Close() => line.Close();

    public void Write(ReadOnlySpan<byte> bytes)
    {
        witness.Sent(bytes);
        line.Write(bytes);
    }

    public int Read(Span<byte> bytes, TimeSpan wait)
    {
        var read = line.Read(bytes, wait);
        if (read > 0)
        {
            witness.Received(bytes[..read]);
        }

        return read;
    }

    public void Dispose() => line.Dispose();
}
