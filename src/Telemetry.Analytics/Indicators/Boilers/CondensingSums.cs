namespace Telemetry.Analytics.Indicators.Boilers;

/// <summary>What a stretch of time adds to the condensing share.</summary>
/// <param name="Known">Time with samples; burning time without return temperature is not.</param>
/// <param name="Burning">Time in which it burnt.</param>
/// <param name="Condensing">Time in which it burnt with a return cold enough.</param>
internal readonly record struct CondensingSums(TimeSpan Known, TimeSpan Burning, TimeSpan Condensing)
{
    public static CondensingSums operator +(CondensingSums one, CondensingSums other) =>
        new(one.Known + other.Known, one.Burning + other.Burning, one.Condensing + other.Condensing);
}
