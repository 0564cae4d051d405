using Telemetry.Dashboard.Programmes;
using Telemetry.Dashboard.Tests.Canned;
using Telemetry.Dashboard.Wording;
using Telemetry.Model.Calendars;
using Telemetry.Model.Schedules;

namespace Telemetry.Dashboard.Tests.Programmes;

/// <summary>Meetings, closures and holidays as people fill them in.</summary>
public sealed class ProgrammeFormsTests
{
    private static readonly Noon Clock = new();
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    [Theory]
    [InlineData("ce-soir", null, null, null, "dimanche 22 novembre 2026 de 14:02 à 22:00 : Occupé (19,0 °C), réunion · camille")]
    [InlineData("ce-soir-minuit", null, null, null, "dimanche 22 novembre 2026 de 14:02 à 24:00 : Occupé (19,0 °C), réunion · camille")]
    [InlineData("demain-soir", null, null, null, "lundi 23 novembre 2026 de 18:00 à 22:00 : Occupé (19,0 °C), réunion · camille")]
    [InlineData("autre", "2026-11-27", "20:00", "01:00", "vendredi 27 novembre 2026 de 20:00 à samedi 28 novembre 2026 01:00 : Occupé (19,0 °C), réunion · camille")]
    public void Exception_EachWayOfSayingWhen(string when, string? day, string? from, string? to, string said)
    {
        var (exception, problems) = new ExceptionForm { Motif = " réunion ", Quand = when, Jour = day, De = from, A = to }.Read(Clock.Now, Paris, "camille", Language.French);

        Assert.Empty(problems);
        Assert.Equal(said, Html.Text(ProgrammeText.Of(exception!, SchoolProgramme.At(Clock.Now).Zones[0], Language.French)));
    }

    [Fact]
    public void Exception_FilledInWrong_SaysEverythingAtOnce()
    {
        var (exception, problems) = new ExceptionForm { Quand = "autre", Jour = "demain", De = "8h", A = "", Consigne = "chaud" }.Read(Clock.Now, Paris, "camille", Language.French);

        Assert.Null(exception);
        Assert.Equal(["motif", "consigne", "jour", "de", "a"], problems.Select(problem => problem.Field));
    }

    [Fact]
    public void Closure_ItsLastDay_IsTheLastDayClosed()
    {
        var (closure, _) = new ClosureForm { Premier = "2026-12-24", Dernier = "2026-12-31", Pourquoi = "travaux" }.Read("camille", Language.French);

        Assert.True(closure!.Covers(new DateOnly(2026, 12, 31)));
        Assert.False(closure.Covers(new DateOnly(2027, 1, 1)));
        Assert.Equal("du 24 décembre 2026 au 31 décembre 2026 inclus : Hors-gel, travaux · camille", Html.Text(ProgrammeText.Of(closure, Language.French)));
    }

    [Fact]
    public void Holidays_TypedThenShown_AreTheSame()
    {
        var form = new HolidayForm { Feries = "Reduced", Scolaires = "Frost", ZoneScolaire = SchoolZone.B, Dates = "Noël ; 2026-12-19 ; 2027-01-04\n\nHiver;2027-02-13;2027-03-01", ConnuJusquau = "2027-07-03" };

        var (programme, problems) = form.Apply(SchoolProgramme.At(Clock.Now), new DateOnly(2026, 11, 22), Language.French);

        Assert.Empty(problems);
        Assert.Equal("Noël", programme.School.Find(new DateOnly(2027, 1, 3))!.Name);
        Assert.Equal(SchoolDay.Unknown, programme.School.On(new DateOnly(2027, 7, 3)));
        Assert.Equal("Noël ; 2026-12-19 ; 2027-01-04\nHiver ; 2027-02-13 ; 2027-03-01", HolidayForm.Of(programme).Dates);
        Assert.Equal(ProgrammeMode.Frost, programme.Zones[0].Holidays.SchoolHolidays);
    }

    [Fact]
    public void Holidays_ALineThatCannotBeRead_IsNamed()
    {
        var (_, problems) = new HolidayForm { Dates = "Noël ; 19/12/2026 ; 2027-01-04" }.Apply(SchoolProgramme.At(Clock.Now), new DateOnly(2026, 11, 22), Language.French);

        Assert.Equal(new FieldProblem("dates", "Ligne 1 : écrivez nom ; 2026-12-19 ; 2027-01-04."), Assert.Single(problems));
    }
}
