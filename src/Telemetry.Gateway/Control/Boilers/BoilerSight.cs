using Telemetry.Gateway.Configuration;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Gateway.Control.Boilers;

/// <summary>What one boiler says of itself; null for what it does not say, or not lately.</summary>
/// <param name="Burns">Whether it burns.</param>
/// <param name="Load">How much it gives, 0 to 1 of its nominal power.</param>
/// <param name="Hours">Hours it has burnt since it was put in.</param>
/// <param name="Fault">It tells a fault code.</param>
internal readonly record struct BoilerSight(bool? Burns, double? Load, double? Hours, bool Fault = false)
{
    /// <summary>Looks at the latest samples of a boiler.</summary>
    /// <param name="boiler">The device.</param>
    /// <param name="live">The latest judged sample of a point.</param>
    /// <param name="now">The civil instant.</param>
    internal static BoilerSight Of(DeviceConfiguration boiler, Func<PointId, Sample?> live, DateTimeOffset now)
    {
        double? Fresh(string name) => boiler.Find(name) is not null && live(new PointId(boiler.Equipment.Id, name)) is { } sample
            && !sample.Quality.IsBad && double.IsFinite(sample.Value) && now - sample.At <= Silence(boiler) ? sample.Value : null;
        double? First(IEnumerable<string> names) => names.Select(Fresh).FirstOrDefault(value => value is not null);
        var load = First(BoilerPointNames.Loads) / 100;
        var flame = First(BoilerPointNames.Flames);
        return new BoilerSight(
            flame is null && load is null ? null : flame > 0 || (flame is null && load > 0), load,
            BoilerPointNames.Counters.Select(counter => Fresh(counter.Name) * counter.Hours).FirstOrDefault(hours => hours is not null),
            IsFault(Fresh("fault.code")));
    }

    /// <summary>Whether a maker's code tells a fault: zero and all ones, by one byte or two, mean none.</summary>
    internal static bool IsFault(double? code) => code is not (null or 0 or 0xFF or 0xFFFF);

    // A boiler is asked once a minute, or seldomer: three times that is late.
    private static TimeSpan Silence(DeviceConfiguration boiler) => boiler.StaleAfter > PlantFacts.UsualSilence ? boiler.StaleAfter : PlantFacts.UsualSilence;
}
