namespace Telemetry.Analytics.Indicators.Operation;

/// <summary>What a stretch of time adds to the starts and runs of a burner.</summary>
/// <param name="Known">Time in which its state is known.</param>
/// <param name="Burnt">Time in which it burnt.</param>
/// <param name="Starts">How often it started.</param>
/// <param name="MostAnHour">Most starts in an hour of the stretch.</param>
internal readonly record struct BurnerSums(TimeSpan Known, TimeSpan Burnt, int Starts, int MostAnHour)
{
    public static BurnerSums operator +(BurnerSums one, BurnerSums other) =>
        new(one.Known + other.Known, one.Burnt + other.Burnt, one.Starts + other.Starts, Math.Max(one.MostAnHour, other.MostAnHour));
}
