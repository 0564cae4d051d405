using Telemetry.Gateway.Configuration;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Gateway.Control.Boilers;

/// <summary>Whether a boiler room burns, and since when, as its looks tell one after the other.</summary>
/// <param name="Burns">Null while nobody says.</param>
/// <param name="Since">The look that first saw it so; null when no change was seen: what was there before the first look is not known to be young.</param>
internal sealed record Flame(bool? Burns, DateTimeOffset? Since)
{
    internal static readonly Flame Unknown = new(null, null);

    /// <summary>What is known after one more look.</summary>
    /// <param name="burns">What it says; null when nobody says.</param>
    /// <param name="now">The civil instant of the look.</param>
    internal Flame Next(bool? burns, DateTimeOffset now) =>
        burns is null ? Unknown
        : burns != Burns ? new(burns, Burns is null ? null : now)
        // The clock was set back: from now on, so that nothing waits longer than its least time.
        : Since > now ? this with { Since = now }
        : this;

    /// <summary>What a boiler room says now: the controller of its own burner, else of its boilers any that burns.</summary>
    internal static bool? Seen(DeviceConfiguration room, Func<PointId, Sample?> live, DateTimeOffset now)
    {
        if (PlantFacts.Of(room, live, now, PlantFacts.UsualSilence).Burner is { } own)
        {
            return own;
        }

        var boilers = room.Boilers.Select(boiler => BoilerSight.Of(boiler, live, now).Burns).ToList();
        return boilers.Contains(true) ? true : boilers.Count == 0 || boilers.Contains(null) ? null : false;
    }
}
