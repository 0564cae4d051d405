using System.Reflection;
using System.Text.RegularExpressions;
using Telemetry.Dashboard.Journal;
using Telemetry.Dashboard.Wording;

namespace Telemetry.Dashboard.Tests.Wording;

/// <summary>Both languages say everything, with the same places to fill.</summary>
public sealed partial class WordsTests
{
    [Fact]
    public void Phrases_EveryOne_IsSaidInBothLanguages()
    {
        var phrases = typeof(Phrase).Assembly.GetTypes()
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => field.FieldType == typeof(Phrase))
            .Select(field => (Name: $"{field.DeclaringType!.Name}.{field.Name}", Phrase: (Phrase)field.GetValue(null)!))
            .Concat(Telemetry.Dashboard.Boilers.RefusalWords.All.Select(one => (Name: one.Key.ToString(), Phrase: one.Value)))
            .Concat(Telemetry.Dashboard.Alarms.AlarmTexts.All.SelectMany(one => new[] { one.Value.Name, one.Value.Effect, one.Value.Check }.Select(phrase => (Name: one.Key.ToString(), Phrase: phrase))))
            .Concat(Telemetry.Dashboard.Alarms.ClosureWords.All.Select(one => (Name: one.Key.ToString(), Phrase: one.Value)))
            .Concat(Telemetry.Dashboard.Programmes.ProblemWords.All.Select(one => (Name: one.Key.ToString(), Phrase: one.Value)))
            .Concat(Telemetry.Dashboard.Programmes.HolidayWords.All.Select(one => (Name: one.Key.ToString(), Phrase: one.Value)))
            .Concat(JournalActions.All.Values.Select(one => (Name: one.Code, Phrase: one.Name)))
            .Concat(JournalWords.Stored.Select(one => (Name: one.Key, Phrase: one.Value)))
            .ToList();

        Assert.True(phrases.Count > 150, "The phrases were not found.");
        Assert.All(phrases, one =>
        {
            Assert.False(string.IsNullOrWhiteSpace(one.Phrase.Fr), one.Name);
            Assert.False(string.IsNullOrWhiteSpace(one.Phrase.En), one.Name);
            Assert.True(Places(one.Phrase.Fr).SetEquals(Places(one.Phrase.En)), one.Name);
        });
    }

    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"\{\d\}", RegexOptions.None, 1000)]
    private static partial Regex Place();
}
