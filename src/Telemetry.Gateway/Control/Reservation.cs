namespace Telemetry.Gateway.Control;

/// <summary>Who is at work on a plant, and until when unless they do something (interlock S20). Not kept over a restart of the gateway.</summary>
internal sealed record Reservation(string Owner, DateTimeOffset Until)
{
    /// <summary>A reservation without activity ends after this.</summary>
    internal static readonly TimeSpan Length = TimeSpan.FromMinutes(15);

    /// <summary>Whether it keeps somebody else out.</summary>
    /// <remarks>A clock set back ends it: it lasts no longer than it was asked for.</remarks>
    internal bool Excludes(string by, DateTimeOffset now) => now < Until && Until - now <= Length && !string.Equals(Owner, by, StringComparison.Ordinal);
}
