using System.Buffers.Binary;

namespace FirmwareSim.Modbus;

/// <summary>Cuts a stream of bytes into Modbus TCP requests, however the network split or joined them.</summary>
/// <remarks>
/// <code>
/// | transaction 2 | protocol 2 = 0 | length 2 | unit 1 | function 1 | data … |
///                                            |&lt;--------- length ----------&gt;|
/// </code>
/// A frame of another protocol is skipped. A length that no request can have means the two ends are out of step: nothing after it can be trusted.
/// </remarks>
internal sealed class FrameReader
{
    private const int Header = 6;
    private const int Longest = 254;
    private readonly byte[] _buffer = new byte[2048];
    private int _count;

    /// <summary>True once the stream is lost; the connection must be closed.</summary>
    internal bool Lost { get; private set; }

    /// <summary>Frames of another protocol, skipped.</summary>
    internal int Foreign { get; private set; }

    /// <summary>Where the next bytes must be written; empty when lost.</summary>
    internal Memory<byte> Free => Lost ? Memory<byte>.Empty : _buffer.AsMemory(_count);

    /// <summary>Takes the bytes just written and gives the requests they complete.</summary>
    internal List<Frame> Take(int written)
    {
        _count += written;
        var (frames, at) = (new List<Frame>(), 0);
        while (!Lost && _count - at >= Header)
        {
            var head = _buffer.AsSpan(at);
            var length = BinaryPrimitives.ReadUInt16BigEndian(head[4..]);
            if (length is < 2 or > Longest)
            {
                Lost = true;
                break;
            }

            if (_count - at < Header + length)
            {
                break;
            }

            if (BinaryPrimitives.ReadUInt16BigEndian(head[2..]) == 0)
            {
                frames.Add(new Frame(BinaryPrimitives.ReadUInt16BigEndian(head), head[6], head.Slice(7, length - 1).ToArray()));
            }
            else
            {
                Foreign++;
            }

            at += Header + length;
        }

        _buffer.AsSpan(at, _count - at).CopyTo(_buffer);
        _count -= at;
        return frames;
    }
}
