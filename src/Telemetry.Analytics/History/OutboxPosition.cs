using Telemetry.Messaging.Delivery;

namespace Telemetry.Analytics.History;

/// <summary>Which batches of an outbox are held without a hole.</summary>
public static class OutboxPosition
{
    /// <summary>The highest sequence to acknowledge once batches are held; what is held above the first hole is remembered.</summary>
    /// <param name="held">Before: every sequence up to it is held or was dropped by the gateway itself.</param>
    /// <param name="first">The lowest sequence the gateway still holds: what lies before will never come.</param>
    /// <param name="packed">The batches just held; not empty.</param>
    /// <param name="above">What is held beyond <paramref name="held"/>: changed.</param>
    public static long After(long held, long first, SequenceSet packed, SequenceSet above)
    {
        ArgumentNullException.ThrowIfNull(packed);
        ArgumentNullException.ThrowIfNull(above);
        var start = Math.Max(held, Math.Min(first, packed.Ranges[0].From) - 1);
        above.Add(packed);
        var upTo = above.Gap(start + 1).From - 1;
        above.RemoveUpTo(upTo);
        return upTo;
    }
}
