using FirmwareSim.Physics;

namespace Telemetry.FirmwareSim.Tests.Physics;

public sealed class WeatherTests
{
    private const int Years = 40;
    private static readonly DateTimeOffset From = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly double[][] Days = Simulate();

    [Fact]
    public void At_FortyYears_HasTheMonthlyMeansOfTheStation()
    {
        for (var month = 1; month <= 12; month++)
        {
            Assert.Equal(Climate.MonthlyMeanC[month - 1], Of(month).Average(day => day.Average()), 0.7);
        }
    }

    [Fact]
    public void At_FortyYears_HasTheDailySwingOfTheStation()
    {
        for (var month = 1; month <= 12; month++)
        {
            var expected = Climate.DailySwingK[month - 1];
            Assert.Equal(expected, Of(month).Average(day => day.Max() - day.Min()), 0.15 * expected);
        }
    }

    [Fact]
    public void At_FortyYears_HasTheSpreadOfTheStation()
    {
        for (var month = 1; month <= 12; month++)
        {
            var expected = Climate.DailyDeviationK[month - 1];
            Assert.Equal(expected, Math.Sqrt(Deviations(month).Average(deviation => deviation * deviation)), 0.15 * expected);
        }
    }

    [Fact]
    public void At_FortyYears_HasThePersistenceOfTheStation()
    {
        var deviations = Days.Select((day, index) => day.Average() - Climate.At(Climate.MonthlyMeanC, From.AddDays(index).AddHours(12))).ToArray();
        var products = deviations.Zip(deviations.Skip(1), (a, b) => a * b).Average();

        Assert.Equal(Climate.Persistence, products / deviations.Average(value => value * value), 0.04);
    }

    [Fact]
    public void At_AnyOrder_SameInstantSameWeather()
    {
        var (forward, backward) = (new SyntheticWeather(5), new SyntheticWeather(5));
        var instants = Enumerable.Range(0, 60).Select(index => From.AddHours(index * 7)).ToList();

        var one = instants.Select(forward.At).ToList();
        var other = Enumerable.Reverse(instants).Select(backward.At).Reverse().ToList();

        Assert.Equal(one, other);
        Assert.NotEqual(one[0], new SyntheticWeather(6).At(instants[0]));
    }

    [Fact]
    public void GlobalW_NightAndNoon()
    {
        Assert.Equal(0, Sun.GlobalW(new DateTimeOffset(2026, 6, 21, 0, 0, 0, TimeSpan.Zero), 1));
        Assert.InRange(Sun.GlobalW(new DateTimeOffset(2026, 6, 21, 12, 0, 0, TimeSpan.Zero), 1), 850, 1000);
        Assert.InRange(Sun.GlobalW(new DateTimeOffset(2026, 12, 21, 12, 0, 0, TimeSpan.Zero), 0), 20, 90);
    }

    private static IEnumerable<double[]> Of(int month) => Days.Where((_, index) => From.AddDays(index).Month == month);

    private static IEnumerable<double> Deviations(int month) => Days
        .Select((day, index) => (At: From.AddDays(index).AddHours(12), Mean: day.Average()))
        .Where(day => day.At.Month == month)
        .Select(day => day.Mean - Climate.At(Climate.MonthlyMeanC, day.At));

    /// <summary>The eight messages of each day, as a station sends them.</summary>
    private static double[][] Simulate()
    {
        var weather = new SyntheticWeather(1);
        return [.. Enumerable.Range(0, (int)(Years * 365.25)).Select(day =>
            Enumerable.Range(0, 8).Select(message => weather.At(From.AddDays(day).AddHours(3 * message)).OutdoorC).ToArray())];
    }
}
