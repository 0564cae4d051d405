using Telemetry.Dashboard.Wording;

namespace Telemetry.Dashboard.Boilers.Cascades;

/// <summary>The advice on a cascade in two sentences: which boiler should lead, and how many should run.</summary>
internal static class CascadeSentence
{
    /// <summary>Which boiler should lead, with its hours against those of the others.</summary>
    public static string Lead(CascadeAdvice advice, Language language)
    {
        if (advice.Lead is not { } lead || advice.Hours[lead - 1] is not { } own)
        {
            return language.Say(CascadeWords.NoLead);
        }

        var others = advice.Hours.Where((_, place) => place != lead - 1).OfType<double>().Order().Select(hours => language.Measure(hours, 0, "h")).ToList();
        return others.Count == 0
            ? language.Say(CascadeWords.LeadAlone, language.Number(lead, 0), language.Measure(own, 0, "h"))
            : language.Say(CascadeWords.Lead, language.Number(lead, 0), language.Measure(own, 0, "h"), string.Join(language.Say(CascadeWords.And), others));
    }

    /// <summary>How many should run, and how many do.</summary>
    public static string Count(CascadeAdvice advice, Language language)
    {
        if (advice is not { Running: { } running, Wanted: { } wanted })
        {
            return language.Say(CascadeWords.Unknown);
        }

        string Runs() => language.Say(running switch { 0 => CascadeWords.NoneRuns, 1 => CascadeWords.OneRuns, _ => CascadeWords.MoreRun }, language.Number(running, 0));
        var enough = language.Say(wanted == 1 ? CascadeWords.OneIsEnough : CascadeWords.MoreAreNeeded, language.Number(wanted, 0));
        return language.Say(wanted == running ? CascadeWords.AsItShould : CascadeWords.Both, enough, Runs());
    }
}
