using System.Collections.Concurrent;
using Telemetry.Messaging.Sparkplug;

namespace Telemetry.Analytics.Ingest;

/// <summary>Between the link's thread, which must never wait, and the ingest thread.</summary>
/// <remarks>
/// When it is full, data are let go and counted: nothing of them was acknowledged, so gateways send them again. Births, deaths and the state of
/// the link are few and always taken.
/// </remarks>
internal sealed class IntakeQueue(int capacity) : IDisposable
{
    private readonly BlockingCollection<Heard> _queue = [];
    private long _refused;

    /// <summary>What is heard and not yet handled.</summary>
    internal int Depth => _queue.Count;

    /// <summary>Data let go because the queue was full.</summary>
    internal long Refused => Interlocked.Read(ref _refused);

    /// <summary>Takes a message; false when it was let go.</summary>
    internal bool Offer(HostEvent message)
    {
        if (message.Type is MessageType.NodeData or MessageType.DeviceData && _queue.Count >= capacity)
        {
            Interlocked.Increment(ref _refused);
            return false;
        }

        return Add(new Heard(message, LinkUp: true));
    }

    /// <summary>Takes the news that the link went down or came up.</summary>
    internal void Offer(bool linkUp) => Add(new Heard(null, linkUp));

    /// <summary>The next thing heard; null when nothing comes in time or the queue is closed.</summary>
    internal Heard? Take(TimeSpan wait) => _queue.TryTake(out var heard, wait) ? heard : null;

    /// <summary>True once it takes no more and everything was taken out.</summary>
    internal bool IsClosed => _queue.IsCompleted;

    /// <summary>Takes no more.</summary>
    internal void Close() => _queue.CompleteAdding();

    public void Dispose() => _queue.Dispose();

    private bool Add(Heard heard)
    {
        try
        {
            _queue.Add(heard);
            return true;
        }
        catch (InvalidOperationException)
        {
            // Closed: the process is leaving.
            return false;
        }
    }
}
