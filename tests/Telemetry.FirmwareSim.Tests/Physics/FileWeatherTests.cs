using FirmwareSim.Physics;

namespace Telemetry.FirmwareSim.Tests.Physics;

public sealed class FileWeatherTests
{
    [Fact]
    public void Load_OwnFile_InterpolatesAndRepeatsTheYear()
    {
        var file = Write("station,time_utc,t_c,tn12_c,tx12_c\n07130,2016-01-01T00:00:00Z,2.0,,\n07130,2016-01-01T03:00:00Z,5.0,,\n07130,2016-12-31T21:00:00Z,9.0,,\n");
        var weather = FileWeather.Load(file, 1);

        Assert.Equal(3.0, weather.At(new DateTimeOffset(2016, 1, 1, 1, 0, 0, TimeSpan.Zero)).OutdoorC, 6);
        Assert.Equal(3.0, weather.At(new DateTimeOffset(2026, 1, 1, 1, 0, 0, TimeSpan.Zero)).OutdoorC, 6);
        Assert.Equal(9.0, weather.At(new DateTimeOffset(2026, 12, 31, 23, 0, 0, TimeSpan.Zero)).OutdoorC, 6);
    }

    [Fact]
    public void Load_TwoStations_ReadsTheOneAskedFor()
    {
        var file = Write("station,time_utc,t_c\n07015,2016-01-01T00:00:00Z,1\n07130,2016-01-01T00:00:00Z,2\n07015,2016-01-01T03:00:00Z,1\n07130,2016-01-01T03:00:00Z,2\n");

        Assert.Equal(2, FileWeather.Load(file + "#07130", 1).At(new DateTimeOffset(2016, 1, 1, 1, 0, 0, TimeSpan.Zero)).OutdoorC);
        Assert.Equal(1, FileWeather.Load(file, 1).At(new DateTimeOffset(2016, 1, 1, 1, 0, 0, TimeSpan.Zero)).OutdoorC);
    }

    [Theory]
    [InlineData("a,b\n1,2\n")]
    [InlineData("station,time_utc,t_c\n07130,2016-01-01T00:00:00Z,\n")]
    public void Load_UselessFile_SaysWhat(string text) => Assert.Throws<FormatException>(() => FileWeather.Load(Write(text), 1));

    [Fact]
    public void Load_RealStation_MonthlyFiguresAreThoseInTheCode()
    {
        var file = SharedData.Find("synop-meteofrance/synop_temp_3h_2015_2018.csv.gz");
        Assert.SkipWhen(file is null, "synop-meteofrance: shared data is not here");
        var weather = FileWeather.Load(file + "#07130", 1);
        var start = new DateTimeOffset(2015, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var messages = Enumerable.Range(0, 4 * 365 * 8).Select(index => start.AddHours(3 * index))
            .GroupBy(at => at.Month).ToDictionary(month => month.Key, month => month.Average(at => weather.At(at).OutdoorC));

        Assert.All(messages, month => Assert.Equal(Climate.MonthlyMeanC[month.Key - 1], month.Value, 0.25));
    }

    private static string Write(string text)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("weather").FullName, "weather.csv");
        File.WriteAllText(file, text);
        return file;
    }
}
