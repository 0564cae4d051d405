namespace Telemetry.Gateway.Control.Heating;

/// <summary>When to begin to heat for an opening (optimiseur): pure.</summary>
/// <remarks>Modelica Buildings <c>OptimalStart</c>: the mean warm-up rate of the last similar days; the aim is 0.25 K under the set point at opening (RMH760).</remarks>
internal static class OptimumStart
{
    /// <summary>How far under the set point an opening may be, K.</summary>
    internal const double Aim = 0.25;

    /// <summary>A room this near needs no warm-up, K.</summary>
    internal const double Enough = 0.3;

    /// <summary>A building slow enough to have a dead time falls by about so much, K/h.</summary>
    private const double FallPerHour = 0.1;

    private const double LeastRate = 0.1;
    private const double MostRate = 6;

    /// <summary>Whether a rate may be learned from, K/h.</summary>
    internal static bool IsCredible(double rate) => rate is >= LeastRate and <= MostRate;

    /// <summary>The rate to reckon with: the mean of the last similar days, or a careful guess.</summary>
    /// <param name="rates">Rates learned, K/h, newest first.</param>
    /// <param name="days">How many count.</param>
    /// <param name="guess">When none was learned yet, K/h.</param>
    internal static double Rate(IEnumerable<double> rates, int days, double guess)
    {
        var counted = rates.Take(days).ToList();
        return counted.Count == 0 ? guess : counted.Average();
    }

    /// <summary>Whether a room is near enough; one that will go on falling until the heat is felt must be nearer.</summary>
    internal static bool IsEnough(double room, double setpoint, double deadHours) =>
        // Sensors tell tenths: what binary fractions add to them is no way to go.
        Math.Round(setpoint - room, 3) <= Math.Max(0.05, Enough - (FallPerHour * deadHours));

    /// <summary>How long before opening to start; zero when the room is near enough.</summary>
    /// <param name="room">°C.</param>
    /// <param name="setpoint">°C.</param>
    /// <param name="rate">K/h.</param>
    /// <param name="most">Never longer.</param>
    /// <param name="deadHours">Until the room begins to follow, h.</param>
    internal static TimeSpan Lead(double room, double setpoint, double rate, TimeSpan most, double deadHours = 0)
    {
        if (IsEnough(room, setpoint, deadHours))
        {
            return TimeSpan.Zero;
        }

        var hours = deadHours + (Math.Max(0, setpoint - Aim - room) / Math.Max(rate, LeastRate));
        return hours >= most.TotalHours ? most : TimeSpan.FromHours(hours);
    }
}
