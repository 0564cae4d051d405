namespace Telemetry.Gateway.Uplink;

/// <summary>Spares the memory card: samples share a commit twice a second, deletions one every five; an order's step never waits.</summary>
/// <remarks>
/// Each commit is a handful of pages and a synchronisation, whatever it holds. Without a pace every confirmation woke the worker,
/// which committed the few samples that had come meanwhile and sent them, and was confirmed again.
/// </remarks>
internal sealed class CommitPace
{
    private static readonly TimeSpan BetweenSamples = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan BetweenDeletions = TimeSpan.FromSeconds(5);
    private TimeSpan _keptAt = TimeSpan.MinValue;
    private TimeSpan _deletedAt = TimeSpan.MinValue;

    /// <summary>Whether what waits may be committed now; notes that it is.</summary>
    internal bool TakeKeep(TimeSpan now, bool urgent) => Take(ref _keptAt, now, BetweenSamples, urgent);

    /// <summary>Whether what is confirmed may be deleted now; notes that it is.</summary>
    /// <param name="now">Time since the start.</param>
    /// <param name="urgent">A backlog is being drained, or the gateway stops.</param>
    internal bool TakeDelete(TimeSpan now, bool urgent) => Take(ref _deletedAt, now, BetweenDeletions, urgent);

    private static bool Take(ref TimeSpan last, TimeSpan now, TimeSpan between, bool urgent)
    {
        if (!urgent && last != TimeSpan.MinValue && now - last < between)
        {
            return false;
        }

        last = now;
        return true;
    }
}
