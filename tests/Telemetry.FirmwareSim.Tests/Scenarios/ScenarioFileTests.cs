using FirmwareSim.Scenarios;

namespace Telemetry.FirmwareSim.Tests.Scenarios;

public sealed class ScenarioFileTests
{
    [Fact]
    public void Parse_DelaysAndInstants()
    {
        var (events, problems) = ScenarioFile.Parse(
            """
            # two faults
            - { at: +120s, for: 10min, fault: dead-sensor, target: ecole/chaufferie/room }
            - { at: 2026-11-24T08:00:00Z, fault: drift, target: creche/dortoir, kelvin: 2.5 }
            """,
            "s.yaml",
            Quarter.Monday);

        Assert.Empty(problems);
        Assert.Equal(new FaultEvent(Fault.DeadSensor, "ecole/chaufferie/room", Quarter.Monday.AddSeconds(120), Quarter.Monday.AddSeconds(720), 2), events[0]);
        Assert.Equal((Fault.Drift, 2.5), (events[1].Fault, events[1].Kelvin));
        Assert.True(events[1].To > Quarter.Monday.AddYears(50));
    }

    [Fact]
    public void Parse_ManyMistakes_ListsThemAllWithLines()
    {
        var (events, problems) = ScenarioFile.Parse(
            """
            - { at: soon, for: 600s, fault: dead-sensor, target: ecole/chaufferie/room }
            - { at: +1s, for: ever, fault: dead-sensor, target: ecole/chaufferie/room }
            - { at: +1s, fault: sulking, target: ecole/chaufferie/room }
            - { at: +1s, fault: burner-fault, target: ecole/gaz }
            - { at: +1s, fault: burner-fault, target: ecole/chaufferie, until: 5 }
            - nonsense
            - { at: +1s, fault: burner-fault, target: ecole/chaufferie }
            """,
            "s.yaml",
            Quarter.Monday);

        Assert.Single(events);
        Assert.Equal([1, 2, 3, 4, 5, 6], problems.Select(problem => problem.Line));
        Assert.StartsWith("s.yaml:1: at:", problems[0].ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("at: +1s")]
    [InlineData("- [")]
    public void Parse_NotAList_IsAProblem(string text) => Assert.NotEmpty(ScenarioFile.Parse(text, "s.yaml", Quarter.Monday).Problems);

    [Fact]
    public void Load_ShippedExamples_HaveNoProblem()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Scenarios");
        var files = Directory.GetFiles(folder, "*.yaml");

        Assert.NotEmpty(files);
        Assert.All(files, file =>
        {
            var (events, problems) = ScenarioFile.Load(file, Quarter.Monday);
            Assert.Empty(problems);
            Assert.NotEmpty(events);
        });
    }

    [Fact]
    public void Of_EveryFault_HasATarget() => Assert.All(Enum.GetValues<Fault>(), fault => Assert.NotEmpty(Targets.Of(fault)));
}
