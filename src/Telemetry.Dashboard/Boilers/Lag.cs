using Telemetry.Model.Samples;

namespace Telemetry.Dashboard.Boilers;

/// <summary>When rooms are too cold for what is asked: 1.5 K under the set point, two hours on end. Pure.</summary>
internal static class Lag
{
    private const double Kelvins = 1.5;

    /// <summary>Shorter than this it is a warm-up, not a fault.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromHours(2);

    /// <summary>Whether a room is too cold at this moment.</summary>
    public static bool Is(double room, double aim) => room < aim - Kelvins;

    /// <summary>Whether rooms stayed too cold all the time while nothing less was asked.</summary>
    /// <param name="aim">What is asked now, °C.</param>
    /// <param name="aims">What was asked since <see cref="Patience"/> ago, the value in force at its start included.</param>
    /// <param name="rooms">What the rooms were meanwhile, the value at its start included.</param>
    public static bool Lasts(double aim, IReadOnlyList<Sample> aims, IReadOnlyList<Sample> rooms) =>
        aims.Count > 0 && rooms.Count > 0
        && aims.All(sample => sample.Quality.IsBad || sample.Value >= aim - 0.05)
        && rooms.All(sample => sample.Quality.IsBad || Is(sample.Value, aim));
}
