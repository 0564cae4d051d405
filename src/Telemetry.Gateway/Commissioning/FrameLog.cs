using Telemetry.Gateway.Drivers.Modbus;

namespace Telemetry.Gateway.Commissioning;

/// <summary>Keeps the frames of one exchange for people to read.</summary>
internal sealed class FrameLog : IFrameWitness
{
    private readonly List<(bool Sent, byte[] Bytes)> _frames = [];

    /// <summary>What left and what came, in order; pieces of one answer are joined.</summary>
    internal IReadOnlyList<(bool Sent, byte[] Bytes)> Frames => _frames;

    public void Sent(ReadOnlySpan<byte> bytes) => _frames.Add((true, bytes.ToArray()));

    public void Received(ReadOnlySpan<byte> bytes)
    {
        if (_frames.Count > 0 && !_frames[^1].Sent)
        {
            _frames[^1] = (false, [.. _frames[^1].Bytes, .. bytes]);
        }
        else
        {
            _frames.Add((false, bytes.ToArray()));
        }
    }

    /// <summary><c>01 03 00 04</c></summary>
    internal static string Hex(ReadOnlySpan<byte> bytes) => BitConverter.ToString(bytes.ToArray()).Replace('-', ' ');
}
