using Telemetry.Gateway.Control.Heating;

namespace Telemetry.Gateway.Control.Programmes;

/// <summary>An opening that is heated for, watched until it is known how far from it the room became warm: pure.</summary>
/// <param name="Opening">When people come.</param>
/// <param name="Target">Room set point then, °C.</param>
/// <param name="WarmAt">When the room was warm; null before.</param>
internal sealed record OpeningWatch(DateTimeOffset Opening, double Target, DateTimeOffset? WarmAt = null)
{
    /// <summary>A room this far from its set point has a warm-up to be judged by, K.</summary>
    internal const double LeastGap = 0.5;

    /// <summary>An opening further off than this counts against the optimiser.</summary>
    internal static readonly TimeSpan MostError = TimeSpan.FromMinutes(45);

    // A room that is not warm by then counts for that long.
    private static readonly TimeSpan Patience = TimeSpan.FromHours(4);

    /// <summary>One look further.</summary>
    /// <param name="now">The instant.</param>
    /// <param name="room">Room, °C; null ends the watch without a verdict, as whatever else heats or does not.</param>
    /// <param name="spoilt">Whether something else than the programme decides.</param>
    /// <returns>The watch that goes on, or null when it is over; and how late the room was warm, negative when early.</returns>
    internal (OpeningWatch? Next, TimeSpan? Late) Look(DateTimeOffset now, double? room, bool spoilt)
    {
        if (spoilt || room is not { } measured)
        {
            return (null, null);
        }

        var warm = WarmAt ?? (measured >= Target - OptimumStart.Aim ? now : null);
        return now < Opening ? (this with { WarmAt = warm }, null)
            : warm is { } at ? (null, at - Opening)
            : now - Opening >= Patience ? (null, Patience)
            : (this, null);
    }
}
