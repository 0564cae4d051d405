using FirmwareSim.Physics;

namespace FirmwareSim.Past;

/// <summary>One local day lived by all buildings.</summary>
/// <param name="Min">Lowest outdoor temperature, °C.</param>
/// <param name="Max">Highest, °C.</param>
/// <param name="Mean">Mean, °C.</param>
/// <param name="GasKWh">Gas of each building, kWh PCS.</param>
/// <param name="HeatKWh">Heat of the boilers of each building, kWh.</param>
/// <param name="Hours">Electricity of each building by hour, kWh.</param>
internal sealed record PastDay(double Min, double Max, double Mean, double[] GasKWh, double[] HeatKWh, List<(DateTimeOffset At, double[] KWh)> Hours)
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    /// <summary>Lives it, hour by hour: 23, 24 or 25.</summary>
    internal static PastDay Live(IReadOnlyList<PastBuilding> buildings, DateOnly day, IWeather weather, double stepSeconds)
    {
        var (start, end) = (Midnight(day), Midnight(day.AddDays(1)));
        var (min, max, sum, count) = (double.PositiveInfinity, double.NegativeInfinity, 0.0, 0);
        var (gas, heat) = (new double[buildings.Count], new double[buildings.Count]);
        var hours = new List<(DateTimeOffset At, double[] KWh)>();
        for (var hour = start; hour < end; hour = hour.AddHours(1))
        {
            var used = new double[buildings.Count];
            for (var at = hour; at < hour.AddHours(1); at = at.AddSeconds(stepSeconds))
            {
                var sky = weather.At(at);
                (min, max, sum, count) = (Math.Min(min, sky.OutdoorC), Math.Max(max, sky.OutdoorC), sum + sky.OutdoorC, count + 1);
                for (var place = 0; place < buildings.Count; place++)
                {
                    buildings[place].Step(stepSeconds, at, sky);
                    gas[place] += buildings[place].GasKWh;
                    heat[place] += buildings[place].HeatKWh;
                    used[place] += buildings[place].ElectricityKWh;
                }
            }

            hours.Add((hour, used));
        }

        return new PastDay(min, max, sum / count, gas, heat, hours);
    }

    private static DateTimeOffset Midnight(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, Paris.GetUtcOffset(local)).ToUniversalTime();
    }
}
