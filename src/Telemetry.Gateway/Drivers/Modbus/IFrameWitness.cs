namespace Telemetry.Gateway.Drivers.Modbus;

/// <summary>Sees every byte that leaves and comes, as it is on the wire.</summary>
internal interface IFrameWitness
{
    void Sent(ReadOnlySpan<byte> bytes);

    void Received(ReadOnlySpan<byte> bytes);
}
