using Telemetry.Analytics.Indicators.Baseline;
using Telemetry.Analytics.Indicators.Calendar;

namespace Telemetry.Analytics.Tests.Published;

/// <summary>Savings of an American office by a model of time of week and temperature, and the public holidays of France.</summary>
public sealed class OfficeSavingsTests
{
    /// <summary>nmecr's own model: another implementation of the same method lands within a few percent, not on the same digits.</summary>
    [Fact]
    public void OfficeUs_TimeOfWeek_SavingsOfTheThirdYear()
    {
        const string Name = "office-us-daily";
        var published = SharedData.Expected(Name).GetProperty("published_nmecr");
        var days = SharedData.Rows(Name, "office_daily.csv").Select(row => new DailyUse(SharedData.Day(row[0]), SharedData.Number(row[1]), SharedData.Number(row[2]))).ToList();
        var baseline = days.FindAll(day => day.Day <= new DateOnly(2013, 2, 27));
        var reporting = days.FindAll(day => day.Day >= new DateOnly(2014, 3, 1));

        var model = TimeOfWeekModel.Fit(
            baseline.ConvertAll(day => (int)day.Day.DayOfWeek), baseline.ConvertAll(day => day.Use), baseline.ConvertAll(day => day.Temperature), 7, 50, 65)!;

        var adjusted = reporting.Sum(day => model.Predict((int)day.Day.DayOfWeek, day.Temperature));
        var observed = reporting.Sum(day => day.Use);
        var savings = published.GetProperty("savings_2014_03_to_2015_02");
        Reproduction.Check("US office, TOWT: R2", published.GetProperty("TOWT").GetProperty("r2").GetDouble(), model.Statistics.R2, 0.02);
        Reproduction.Check("US office, TOWT: CV(RMSE) %", published.GetProperty("TOWT").GetProperty("cvrmse_pct").GetDouble(), 100 * model.Statistics.CvRmseNMinusP, 0.7);
        Reproduction.Check("US office, TOWT: observed kWh", savings.GetProperty("observed").GetDouble(), observed, 0.0005 * observed);
        Reproduction.Check("US office, TOWT: adjusted baseline kWh", savings.GetProperty("adjusted_baseline").GetDouble(), adjusted, 0.03 * adjusted);
        Reproduction.Check("US office, TOWT: savings kWh", savings.GetProperty("savings").GetDouble(), adjusted - observed, 0.03 * adjusted);
    }

    [Theory]
    [InlineData("metropole", false)]
    [InlineData("alsace-moselle", true)]
    public void FrenchHolidays_TwentySixYears(string zone, bool alsaceMoselle)
    {
        var published = SharedData.Rows("calendar-fr", "jours_feries_2006_2031.csv").Where(row => row[1] == zone).Select(row => SharedData.Day(row[0])).Distinct().Order().ToList();

        var ours = Enumerable.Range(2006, 26).SelectMany(year => FrenchHolidays.Of(year, alsaceMoselle)).ToList();

        Assert.Equal(published, ours);
    }
}
