using Telemetry.Analytics.Indicators.Alarms;
using Telemetry.Model.Alarms;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Tests.Indicators.Alarms;

/// <summary>Times to answer and to restore, and how many alarms, counted by hand.</summary>
public sealed class AlarmFiguresTests
{
    private static readonly DateTimeOffset Monday = new(2026, 1, 12, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Figures_TenAlarms_MeanAndNinetiethPercentile()
    {
        // Answered after 1 … 10 minutes: mean 5.5, nine in ten within 9. Restored after 1 … 10 hours.
        var alarms = Enumerable.Range(1, 10).Select(number => Fresh(Severity.P1, number)
            .Acknowledge("Léa", At(number).AddMinutes(number)).Clear(At(number).AddHours(number)));

        var figures = AlarmFigures.Of(alarms, sites: 4, Monday, Monday.AddDays(5));

        var p1 = figures.ByPriority[0];
        Assert.Equal((Severity.P1, 10, 1.0, 0), (p1.Severity, p1.Raised, p1.Share, p1.Unanswered));
        Assert.Equal((10, TimeSpan.FromMinutes(5.5), TimeSpan.FromMinutes(9)), (p1.ToAcknowledge.Count, p1.ToAcknowledge.Mean, p1.ToAcknowledge.NinetiethPercentile));
        Assert.Equal((TimeSpan.FromHours(5.5), TimeSpan.FromHours(9)), (p1.ToRestore.Mean, p1.ToRestore.NinetiethPercentile));
        Assert.Equal(0.5, figures.PerSitePerDay);
    }

    [Fact]
    public void Figures_UnansweredStandingExplainedAndOutside_AreEachCountedAsWhatTheyAre()
    {
        var figures = AlarmFigures.Of(
        [
            Fresh(Severity.P2, 1),
            Fresh(Severity.P3, 2).Clear(At(2).AddHours(2)),
            Fresh(Severity.P3, 3) with { Cause = Guid.NewGuid() },
            Fresh(Severity.P3, -1),
            Fresh(Severity.P3, 24 * 7),
        ], sites: 1, Monday, Monday.AddDays(7));

        Assert.Equal([0, 1, 1, 0], figures.ByPriority.Select(one => one.Raised));
        Assert.Equal((1, null, 0.5), (figures.ByPriority[1].Unanswered, figures.ByPriority[1].ToRestore.Mean, figures.ByPriority[1].Share));
        Assert.Equal((1, TimeSpan.FromHours(2), 0), (figures.ByPriority[2].Unanswered, figures.ByPriority[2].ToRestore.Mean, figures.ByPriority[2].ToAcknowledge.Count));
        Assert.Equal(2 / 7.0, figures.PerSitePerDay!.Value, 1e-12);
    }

    /// <summary>Taken as P3 after a minute, a danger after eight hours, taken again five minutes later: five minutes as a P1.</summary>
    [Fact]
    public void Figures_TurnedWorse_AreAnsweredOnlyAsBadAsTheyAre()
    {
        var worse = Fresh(Severity.P3, 1).Acknowledge("Léa", At(1).AddMinutes(1)).Worsen(Severity.P1, At(9));

        PriorityFigures Urgent(Alarm alarm) => AlarmFigures.Of([alarm], 1, Monday, Monday.AddDays(1)).ByPriority[0];
        Assert.Equal((1, 0), (Urgent(worse).Unanswered, Urgent(worse).ToAcknowledge.Count));
        Assert.Equal((0, TimeSpan.FromMinutes(5)), (Urgent(worse.Acknowledge("Paul", At(9).AddMinutes(5))).Unanswered, Urgent(worse.Acknowledge("Paul", At(9).AddMinutes(5))).ToAcknowledge.Mean));
    }

    [Fact]
    public void Figures_WithoutSites_SayNothing() => Assert.Null(AlarmFigures.Of([], 0, Monday, Monday.AddDays(1)).PerSitePerDay);

    private static DateTimeOffset At(int hour) => Monday.AddHours(hour);

    private static Alarm Fresh(Severity severity, int hour) => new()
    {
        Id = Guid.NewGuid(), Kind = AlarmKind.BurnerFault, Source = AlarmSource.Of(new EquipmentId("v", "gw", "chaufferie")), Severity = severity, RaisedAt = At(hour), Since = At(hour),
    };
}
