using Telemetry.Model.Calendars;

namespace Telemetry.Model.Schedules;

/// <summary>A stretch of one day.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends, excluded; 24:00 at the latest, after <paramref name="From"/>. A night is two slots.</param>
/// <param name="Mode">What holds in it.</param>
public sealed record Slot(LocalMinute From, LocalMinute To, ProgrammeMode Mode)
{
    /// <summary>Whether it lasts at all.</summary>
    public bool IsEmpty => To.Minutes <= From.Minutes;

    /// <summary>Whether two slots share a minute.</summary>
    public bool Overlaps(Slot other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return From.Minutes < other.To.Minutes && other.From.Minutes < To.Minutes;
    }
}
