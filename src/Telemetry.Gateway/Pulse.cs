using System.Diagnostics;

namespace Telemetry.Gateway;

/// <summary>The sign of life of a loop: it promises to come round again in time. Real time.</summary>
internal sealed class Pulse
{
    /// <summary>One turn may meet a device that answers at the last moment, block after block, or a card that is slow to write.</summary>
    private static readonly TimeSpan LongestTurn = TimeSpan.FromSeconds(45);

    private long _promised;

    /// <summary>False once a promise was broken; true before the first one.</summary>
    internal bool IsAlive => Volatile.Read(ref _promised) is var promised && (promised == 0 || Stopwatch.GetTimestamp() < promised);

    /// <summary>Promises the next turn after a sleep that may last so long.</summary>
    internal void Beat(TimeSpan sleep = default) =>
        Volatile.Write(ref _promised, Stopwatch.GetTimestamp() + (long)((sleep + LongestTurn).TotalSeconds * Stopwatch.Frequency));

    /// <summary>Takes the promise back: the loop has ended on purpose.</summary>
    internal void Rest() => Volatile.Write(ref _promised, 0);
}
