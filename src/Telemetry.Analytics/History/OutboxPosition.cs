namespace Telemetry.Analytics.History;

/// <summary>Which batches of an outbox are held without a hole.</summary>
public static class OutboxPosition
{
    /// <summary>The highest sequence to acknowledge once a batch is held.</summary>
    /// <param name="held">Before: every sequence up to it is held or was dropped by the gateway itself.</param>
    /// <param name="first">The lowest sequence the gateway still holds: what lies before will never come.</param>
    /// <param name="sequence">The batch just held.</param>
    public static long After(long held, long first, long sequence)
    {
        var start = Math.Max(held, Math.Min(first, sequence) - 1);
        return sequence == start + 1 ? sequence : start;
    }
}
