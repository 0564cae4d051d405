using Microsoft.Extensions.Primitives;
using Telemetry.Dashboard.Programmes;
using Telemetry.Dashboard.Tests.Canned;
using Telemetry.Dashboard.Wording;
using Telemetry.Model.Schedules;

namespace Telemetry.Dashboard.Tests.Programmes;

/// <summary>A week as a form: read back as it was, copied from day to day, each mistake beside its field.</summary>
public sealed class WeekFormTests
{
    private static readonly Noon Clock = new();
    private static readonly Programme Programme = SchoolProgramme.At(Clock.Now);
    private static readonly ZoneProgramme Zone = Programme.Zones[0];

    [Fact]
    public void Apply_TheFormUntouched_IsTheSameWeek()
    {
        var (zone, problems) = WeekForm.Of(Zone, Language.French).Apply(Zone, Language.French);

        Assert.Empty(problems);
        Assert.Empty(ProgrammeText.Differences(Zone, zone, Language.French));
    }

    [Fact]
    public void Apply_MidnightAsAnEnd_IsTheEndOfTheDay()
    {
        var (zone, problems) = Typed(("j5-0-de", "18:00"), ("j5-0-a", "00:00")).Apply(Zone, Language.French);

        Assert.Empty(problems);
        Assert.Equal("18:00–24:00", ProgrammeText.Slots(zone.Week.Days[5], Language.French));
    }

    [Fact]
    public void Copied_OneDayOnOthers_ThenRead()
    {
        var (zone, _) = Typed(("j0-0-de", "07:30"), ("j0-0-a", "12:00")).Copied(0, [2, 4]).Apply(Zone, Language.French);

        Assert.Equal([0, 2, 4], Enumerable.Range(0, 7).Where(day => ProgrammeText.Slots(zone.Week.Days[day], Language.French) == "07:30–12:00"));
    }

    [Theory]
    [InlineData("j0-0-de", "25:00", "j0-0-a", "12:00", "j0-0-de", "Écrivez une heure comme 08:30.")]
    [InlineData("j0-0-de", "08:00", "j0-0-a", "", "j0-0-a", "Il manque une heure sur cette ligne.")]
    [InlineData("comfort", "chaud", "j0-0-de", "", "comfort", "Écrivez une température, par exemple 19,5.")]
    public void Apply_WhatCannotBeRead_IsSaidBesideItsField(string one, string first, string two, string second, string field, string said)
    {
        var (_, problems) = Typed((one, first), (two, second)).Apply(Zone, Language.French);

        Assert.Equal(new FieldProblem(field, said), Assert.Single(problems));
    }

    [Fact]
    public void FieldOf_AnOverlapAfterAnEmptyLine_IsTheLineTyped()
    {
        var form = Typed(("j0-0-de", "08:00"), ("j0-0-a", "12:00"), ("j0-1-de", ""), ("j0-1-a", ""), ("j0-2-de", "11:00"), ("j0-2-a", "14:00"));
        var (zone, _) = form.Apply(Zone, Language.French);

        var problem = Assert.Single(ProgrammeCheck.Problems(Programme.With(zone), null, Clock.Now), problem => problem.Kind == ProgrammeProblemKind.OverlappingSlots);

        Assert.Equal("j0-2-a", form.FieldOf(problem));
        Assert.Equal("Cette plage en recouvre une autre du même jour.", ProblemWords.Say(problem, Language.French));
    }

    [Fact]
    public void Problems_ATemperatureOutOfBounds_SaysTheBoundBesideIt()
    {
        var form = Typed(("j0-0-de", "08:00"), ("j0-0-a", "18:00"), ("comfort", "25"));
        var (zone, _) = form.Apply(Zone, Language.French);

        var problem = Assert.Single(ProgrammeCheck.Problems(Programme.With(zone), null, Clock.Now), problem => problem.Kind == ProgrammeProblemKind.AboveMaximum);

        Assert.Equal("comfort", form.FieldOf(problem));
        Assert.Equal("Pas plus de 21,0 °C.", Html.Text(ProblemWords.Say(problem, Language.French)));
    }

    [Fact]
    public void Words_EveryProblem_HasItsOwn() => Assert.All(Enum.GetValues<ProgrammeProblemKind>(), kind => Assert.Contains(kind, ProblemWords.All.Keys));

    private static WeekForm Typed(params (string Name, string Value)[] fields)
    {
        var all = new Dictionary<string, StringValues>(StringComparer.Ordinal) { ["comfort"] = "19", ["reduced"] = "16", ["frost"] = "8" };
        foreach (var (name, value) in fields)
        {
            all[name] = value;
        }

        return WeekForm.Read(name => all.GetValueOrDefault(name));
    }
}
