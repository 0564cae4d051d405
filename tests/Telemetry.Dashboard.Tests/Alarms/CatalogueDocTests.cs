using System.Globalization;
using Telemetry.Analytics.Alarms.Rules;
using Telemetry.Dashboard.Alarms;
using Telemetry.Model.Alarms;

namespace Telemetry.Dashboard.Tests.Alarms;

/// <summary><c>docs/alarms.md</c> says what the catalogue does.</summary>
public sealed class CatalogueDocTests
{
    private static readonly IReadOnlyList<string> Lines = File.ReadAllLines(Find("docs/alarms.md"));

    [Fact]
    public void EachLine_StandsInTheTable_WithItsDelayHysteresisSeverityAndWords()
    {
        var wrong = Catalogue.All.Where(rule =>
        {
            var text = AlarmTexts.All[rule.Kind];
            return !Lines.Any(line => line.StartsWith($"| {rule.Kind.Code} | {text.Name.En} |", StringComparison.Ordinal)
                && line.Contains($"| {Delay(rule.DelayOn)} |", StringComparison.Ordinal)
                && line.EndsWith($"| {text.Effect.En} | {text.Check.En} |", StringComparison.Ordinal)
                && Cells(line)[5].StartsWith(rule.Severity.ToString(), StringComparison.Ordinal)
                && Cells(line)[5].Contains("under 3 °C outdoors", StringComparison.Ordinal) == (rule.WhenCold is not null)
                && (rule.Hysteresis == 0 || rule.Kind == AlarmKind.MakeUpWater || Cells(line)[4].StartsWith(rule.Hysteresis.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)));
        }).Select(rule => $"{rule.Kind.Code} {rule.Severity} {Delay(rule.DelayOn)} {rule.Hysteresis}");

        Assert.Empty(wrong);
    }

    [Fact]
    public void EachKind_IsEitherWatchedOrSaidNotToBe()
    {
        var watched = Catalogue.All.Select(rule => rule.Kind).ToHashSet();

        Assert.All(Enum.GetValues<AlarmKind>(), kind => Assert.True(
            watched.Contains(kind) != Lines.Any(line => line.StartsWith($"| {kind.Code} |", StringComparison.Ordinal) && Cells(line).Length == 3), kind.Code));
    }

    private static string[] Cells(string line) => [.. line.Trim('|').Split('|').Select(cell => cell.Trim())];

    private static string Delay(TimeSpan delay) => delay switch
    {
        { TotalSeconds: 0 } => "0",
        { TotalSeconds: < 60 } => $"{delay.TotalSeconds} s",
        { TotalMinutes: <= 60 } => $"{delay.TotalMinutes} min",
        _ => $"{delay.TotalHours} h",
    };

    private static string Find(string file)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, file)))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder?.FullName ?? "", file);
    }
}
