using Telemetry.Gateway.Control.Programmes;

namespace Telemetry.Gateway.Tests.Control.Programmes;

/// <summary>Warm-ups of a building that is known to the last figure, and what is learned of it.</summary>
public sealed class WarmUpModelTests
{
    private static readonly WarmUpModel Guess = new(0, 1);

    [Fact]
    public void Of_NothingLearned_IsTheGuess() => Assert.Equal(Guess, WarmUpModel.Of([], AbsenceClass.Night, 3, Guess, 5));

    /// <summary>Hours a kelvin: 0.5 on a day of 5 °C, a tenth more for each 5 K colder.</summary>
    [Theory]
    [InlineData(-5)]
    [InlineData(5)]
    [InlineData(12)]
    public void Of_RateThatFollowsTheCold_IsFoundForAnyMorning(double outdoor)
    {
        static double Pace(double celsius) => 0.5 * (1 - (0.1 * (celsius - 5) / 5));
        double[] mornings = [9, 1, 6, -2, 4, 11, 3, 8, 0, 5, 10, 2, 7, -1];
        var lessons = mornings.Select((celsius, day) => Lesson(AbsenceClass.Night, day, 2 + (day % 3), (2 + (day % 3)) * Pace(celsius), celsius)).ToList();

        var model = WarmUpModel.Of(lessons, AbsenceClass.Night, 3, Guess, outdoor);

        Assert.Equal(3 * Pace(outdoor), model.DeadHours + (3 / model.KelvinPerHour), 0.08);
    }

    [Fact]
    public void Of_DeadTime_IsLearnedFromLongAndShortWays()
    {
        var lessons = Enumerable.Range(0, 20).Select(day => (day, gap: 0.6 + (0.35 * (day % 7)))).Select(one => Lesson(AbsenceClass.Night, one.day, one.gap, 1 + (one.gap / 0.5), 5)).ToList();

        var model = WarmUpModel.Of(lessons, AbsenceClass.Night, 3, new WarmUpModel(0, 0.5), 5);

        Assert.Equal(1 + (1 / 0.5), model.DeadHours + (1 / model.KelvinPerHour), 0.15);
        Assert.Equal(1 + (2.5 / 0.5), model.DeadHours + (2.5 / model.KelvinPerHour), 0.6);
        Assert.InRange(model.DeadHours, 0.5, 1.1);
    }

    [Fact]
    public void Of_NightAndWeekend_KeepTheirOwnRates_AndAClassWithoutLessonsTakesTheOthers()
    {
        List<Lesson> lessons = [.. Enumerable.Range(0, 6).Select(day => Lesson(AbsenceClass.Night, day, 3, 1, 5)), .. Enumerable.Range(6, 3).Select(day => Lesson(AbsenceClass.Weekend, day, 3, 2, 5))];

        Assert.Equal(3, WarmUpModel.Of(lessons, AbsenceClass.Night, 3, Guess, 5).KelvinPerHour, 0.05);
        Assert.Equal(1.5, WarmUpModel.Of(lessons, AbsenceClass.Weekend, 3, Guess, 5).KelvinPerHour, 0.05);
        Assert.InRange(WarmUpModel.Of(lessons, AbsenceClass.Long, 3, Guess, 5).KelvinPerHour, 1.5, 3);
    }

    /// <summary>A way as short as the sensor's grain must not overturn what three long ones said.</summary>
    [Fact]
    public void Of_OneShortWildWarmUp_ChangesLittle()
    {
        List<Lesson> lessons = [Lesson(AbsenceClass.Night, 0, 0.2, 0.05, 5), .. Enumerable.Range(1, 5).Select(day => Lesson(AbsenceClass.Night, day, 3, 1.5, 5))];

        Assert.Equal(2, WarmUpModel.Of(lessons, AbsenceClass.Night, 3, Guess, 5).KelvinPerHour, 0.15);
    }

    /// <summary>Lessons of a version that noted neither way nor outdoor temperature still count, as their mean.</summary>
    [Fact]
    public void Of_LessonsOfAnOlderVersion_AreTheMean() =>
        Assert.Equal(2, WarmUpModel.Of([.. Enumerable.Range(0, 3).Select(day => new Lesson(AbsenceClass.Night, At(day), 2))], AbsenceClass.Night, 3, Guess, -10).KelvinPerHour, 6);

    private static Lesson Lesson(AbsenceClass absence, int day, double gap, double hours, double outdoor) => new(absence, At(day), gap / hours, gap, outdoor);

    private static DateTimeOffset At(int day) => new DateTimeOffset(2026, 2, 20, 6, 0, 0, TimeSpan.Zero).AddDays(-day);
}
