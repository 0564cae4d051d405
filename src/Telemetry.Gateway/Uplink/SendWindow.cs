namespace Telemetry.Gateway.Uplink;

/// <summary>Which batches are on their way: at most a window of them, sent again from the first when no confirmation comes.</summary>
internal sealed class SendWindow(int size, TimeSpan patience)
{
    private TimeSpan _lastProgress;

    /// <summary>Highest sequence sent.</summary>
    internal long Sent { get; private set; }

    /// <summary>How many more may be sent.</summary>
    internal int Room(long first) => (int)Math.Max(0, size - (Sent - (first - 1)));

    /// <summary>Begins again from the first batch held: a new connection, or no confirmation in time.</summary>
    internal void Restart(long first) => Sent = first - 1;

    /// <summary>Notes a batch as sent.</summary>
    internal void Note(long sequence, long first, TimeSpan now)
    {
        if (Sent < first)
        {
            _lastProgress = now;
        }

        Sent = sequence;
    }

    /// <summary>Notes that the centre confirmed something.</summary>
    internal void Confirmed(long first, TimeSpan now)
    {
        Sent = Math.Max(Sent, first - 1);
        _lastProgress = now;
    }

    /// <summary>Begins again when batches are on their way and nothing was confirmed for too long.</summary>
    /// <returns>True when it did.</returns>
    internal bool RestartWhenSilent(long first, TimeSpan now)
    {
        if (Sent < first || now - _lastProgress < patience)
        {
            return false;
        }

        Restart(first);
        _lastProgress = now;
        return true;
    }
}
