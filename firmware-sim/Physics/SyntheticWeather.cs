namespace FirmwareSim.Physics;

/// <summary>Seeded weather with the monthly means, the daily swing and the persistence of <see cref="Climate"/>.</summary>
/// <remarks>
/// Each noon has a deviation drawn from a first-order autoregressive series written as a sum over the days before, so any day is found
/// without playing the days before it; between noons the deviation runs straight. Averaging over a day through those straight
/// lines raises the correlation and lowers the variance, so the noons are drawn with 0.585 and 1.10 times the deviation: the
/// daily means then show 0.742 and the deviation of the station.
/// </remarks>
internal sealed class SyntheticWeather(int seed) : IWeather
{
    private const double NoonPersistence = 0.585;
    private const double NoonDeviation = 1.102;
    private const int Memory = 20;
    private const int NoonChannel = 11;
    private const int ClearnessChannel = 12;
    private const int GustChannel = 13;

    private readonly (long Day, double Value)[] _noons = [(long.MinValue, 0), (long.MinValue, 0), (long.MinValue, 0), (long.MinValue, 0)];

    /// <inheritdoc />
    public Sky At(DateTimeOffset instant)
    {
        var days = instant.ToUnixTimeMilliseconds() / 86_400_000.0;
        var noon = (long)Math.Floor(days - 0.5);
        var share = days - 0.5 - noon;
        var deviation = Climate.At(Climate.DailyDeviationK, instant) * (((1 - share) * Noon(noon)) + (share * Noon(noon + 1)));
        var clearness = Clearness((long)Math.Floor(days));
        var swing = Climate.At(Climate.DailySwingK, instant) * (0.45 + (1.20 * clearness));
        var gust = 0.35 * Noise.Smooth(seed, GustChannel, instant, 5400);
        var outdoor = Climate.At(Climate.MonthlyMeanC, instant) + deviation + (swing / 2 * DayShape(instant.UtcDateTime.TimeOfDay.TotalHours)) + gust;
        return new Sky(outdoor, Sun.GlobalW(instant, clearness));
    }

    /// <summary>From -1 before dawn to +1 in the afternoon, mean 0: slow to cool, quick to warm.</summary>
    private static double DayShape(double hour)
    {
        var angle = 2 * Math.PI * (hour - Climate.WarmestHour) / 24;
        return ((Math.Cos(angle) + (0.22 * Math.Cos((2 * angle) + 0.35))) / 1.12);
    }

    private double Clearness(long day) => Noise.Uniform(seed, ClearnessChannel, day);

    private double Noon(long day)
    {
        var slot = (int)(((day % _noons.Length) + _noons.Length) % _noons.Length);
        if (_noons[slot].Day == day)
        {
            return _noons[slot].Value;
        }

        var (sum, weight) = (0.0, Math.Sqrt(1 - (NoonPersistence * NoonPersistence)));
        for (var back = 0; back < Memory; back++, weight *= NoonPersistence)
        {
            sum += weight * Noise.Gauss(seed, NoonChannel, day - back);
        }

        _noons[slot] = (day, NoonDeviation * sum);
        return _noons[slot].Value;
    }
}
