namespace Telemetry.Gateway.Drivers.Modbus;

/// <summary>The latest frames of a bus at work, kept only while somebody looks: a trace that nobody reads costs nothing.</summary>
internal sealed class FrameTap(TimeProvider clock) : IFrameWitness
{
    private const int Kept = 400;

    /// <summary>After the last look.</summary>
    private static readonly TimeSpan Watched = TimeSpan.FromSeconds(10);

    /// <summary>No device pauses so long within an answer.</summary>
    private static readonly TimeSpan Gap = TimeSpan.FromMilliseconds(300);
    private readonly Lock _gate = new();
    private readonly Queue<(long Number, DateTimeOffset At, bool Sent, List<byte> Bytes)> _frames = new();
    private List<byte>? _answer;
    private long _answered;
    private long _number;
    private long _looked;
    private volatile bool _watched;

    public void Sent(ReadOnlySpan<byte> bytes)
    {
        if (_watched)
        {
            lock (_gate)
            {
                _watched = TimeProvider.System.GetElapsedTime(_looked) < Watched;
                Add(sent: true, bytes);
                _answer = null;
            }
        }
    }

    /// <summary>Pieces of one answer are joined: a serial line brings it a few bytes at a time.</summary>
    public void Received(ReadOnlySpan<byte> bytes)
    {
        if (_watched)
        {
            lock (_gate)
            {
                _answered = TimeProvider.System.GetTimestamp();
                if (_answer is null)
                {
                    _answer = Add(sent: false, bytes);
                }
                else if (_answer.Count < 1024)
                {
                    _answer.AddRange(bytes);
                }
            }
        }
    }

    /// <summary>The frames after a number; from now on, and for ten seconds, they are kept. An answer still coming in is left for the next look.</summary>
    internal IReadOnlyList<BusFrame> After(long number)
    {
        lock (_gate)
        {
            (_looked, _watched) = (TimeProvider.System.GetTimestamp(), true);
            var coming = TimeProvider.System.GetElapsedTime(_answered) < Gap ? _answer : null;
            return [.. _frames.Where(frame => frame.Number > number && frame.Bytes != coming)
                .Select(frame => new BusFrame(frame.Number, frame.At, frame.Sent, BitConverter.ToString([.. frame.Bytes]).Replace('-', ' ')))];
        }
    }

    private List<byte> Add(bool sent, ReadOnlySpan<byte> bytes)
    {
        List<byte> kept = [.. bytes];
        _frames.Enqueue((++_number, clock.GetUtcNow(), sent, kept));
        if (_frames.Count > Kept)
        {
            _frames.Dequeue();
        }

        return kept;
    }
}
