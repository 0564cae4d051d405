namespace Telemetry.Analytics.Indicators.Operation;

/// <summary>What a stretch of time adds to the hours in which a person's order decided.</summary>
/// <param name="Known">Time in which the level is known.</param>
/// <param name="Forced">Hours of a forced mode or set point.</param>
/// <param name="Boost">Hours of a request of the building's people.</param>
/// <param name="Safe">Hours in safety.</param>
internal readonly record struct ForcedSums(TimeSpan Known, double Forced, double Boost, double Safe)
{
    public static ForcedSums operator +(ForcedSums one, ForcedSums other) =>
        new(one.Known + other.Known, one.Forced + other.Forced, one.Boost + other.Boost, one.Safe + other.Safe);
}
