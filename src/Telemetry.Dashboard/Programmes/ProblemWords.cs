using Telemetry.Dashboard.Wording;
using Telemetry.Model.Schedules;
using Telemetry.Model.Settings;

namespace Telemetry.Dashboard.Programmes;

/// <summary>What is wrong with a programme, in people's words; <c>{0}</c> is the bound where there is one.</summary>
internal static class ProblemWords
{
    public static readonly IReadOnlyDictionary<ProgrammeProblemKind, Phrase> All = new Dictionary<ProgrammeProblemKind, Phrase>
    {
        [ProgrammeProblemKind.NoZone] = new("Le programme n'a aucune zone.", "The programme has no zone."),
        [ProgrammeProblemKind.BadZoneId] = new("Deux zones ont le même nom court.", "Two zones have the same short name."),
        [ProgrammeProblemKind.UnknownZone] = new("Cette zone n'existe pas.", "There is no such zone."),
        [ProgrammeProblemKind.NoAuthor] = new("Personne n'est nommé comme auteur.", "Nobody is named as its author."),
        [ProgrammeProblemKind.StaleVersion] = new("Le programme a changé entre-temps : la version {0} est en place.", "The programme has changed meanwhile: version {0} is in force."),
        [ProgrammeProblemKind.UnknownTimeZone] = new("Le fuseau horaire est inconnu.", "The time zone is not known."),
        [ProgrammeProblemKind.BadWeek] = new("La semaine n'a pas sept jours.", "The week does not have seven days."),
        [ProgrammeProblemKind.EmptyWeek] = new("Personne n'est jamais là : gardez au moins une plage « Occupé », ou ajoutez une fermeture.", "Nobody is ever there: keep at least one « Occupied » line, or add a closure."),
        [ProgrammeProblemKind.EmptySlot] = new("Cette plage finit avant de commencer.", "This line ends before it begins."),
        [ProgrammeProblemKind.OverlappingSlots] = new("Cette plage en recouvre une autre du même jour.", "This line overlaps another of the same day."),
        [ProgrammeProblemKind.TooManySlots] = new("{0} plages au plus par jour.", "{0} lines a day at most."),
        [ProgrammeProblemKind.EmptyPeriod] = new("La fin doit venir après le début.", "The end must come after the beginning."),
        [ProgrammeProblemKind.PastDates] = new("Ces dates sont passées.", "These dates have gone by."),
        [ProgrammeProblemKind.OverlappingExceptions] = new("Une autre exception occupe déjà ces heures : retirez-la d'abord.", "Another exception takes these hours already: remove it first."),
        [ProgrammeProblemKind.OverlappingClosures] = new("Une autre fermeture couvre déjà ces jours : retirez-la d'abord.", "Another closure covers these days already: remove it first."),
        [ProgrammeProblemKind.BelowMinimum] = new("Pas moins de {0}.", "Not less than {0}."),
        [ProgrammeProblemKind.AboveMaximum] = new("Pas plus de {0}.", "Not more than {0}."),
        [ProgrammeProblemKind.NotANumber] = new("Écrivez une température, par exemple 19,5.", "Write a temperature, such as 19.5."),
        [ProgrammeProblemKind.SetpointsOutOfOrder] = new("Hors-gel, réduit, occupé : chacun au moins aussi chaud que le précédent.", "Frost protection, reduced, occupied: each at least as warm as the one before."),
        [ProgrammeProblemKind.CurveOutOfOrder] = new("La courbe de chauffe se contredit.", "The heating curve contradicts itself."),
        [ProgrammeProblemKind.UnknownMode] = new("Ce mode n'existe pas.", "There is no such mode."),
        [ProgrammeProblemKind.BadSchoolCalendar] = new("Deux vacances se recouvrent, ou l'une finit avant de commencer.", "Two holidays overlap, or one ends before it begins."),
        [ProgrammeProblemKind.ReasonMissing] = new("Au-dessus de {0}, la limite du code de l'énergie, indiquez un motif.", "Above {0}, the energy code's limit, give a reason."),
        [ProgrammeProblemKind.NotKept] = new("Ce réglage reste à l'automate : il ne s'écrit pas d'ici.", "This setting stays the controller's: it is not written from here."),
        [ProgrammeProblemKind.OverLegalLimit] = new("Au-dessus de {0}, la limite du code de l'énergie : votre motif est gardé.", "Above {0}, the energy code's limit: your reason is kept."),
        [ProgrammeProblemKind.SchoolCalendarEnds] = new("Le calendrier scolaire n'est connu que pour {0} : chargez la suite. Au-delà, la semaine habituelle continue.", "The school calendar is known for {0} only: load what follows. After that the usual week goes on."),
        [ProgrammeProblemKind.HotWaterBeforeReopening] = new("Fermeture d'une semaine ou plus : l'eau chaude doit être remise à température {0} avant la réouverture.", "Closed for a week or more: hot water must be hot again {0} before reopening."),
        [ProgrammeProblemKind.ScaldRisk] = new("Plus de {0} aux robinets mitigés : risque de brûlure.", "Over {0} at mixed taps: it burns."),
    };

    /// <summary>The sentence of a problem.</summary>
    public static string Say(ProgrammeProblem problem, Language language)
    {
        var limit = problem.Limit is not { } value ? "?" : problem.Kind switch
        {
            ProgrammeProblemKind.StaleVersion or ProgrammeProblemKind.TooManySlots => language.Number(value, 0),
            ProgrammeProblemKind.SchoolCalendarEnds => language.Measure(value, 0, language == Language.French ? "jours" : "days"),
            ProgrammeProblemKind.HotWaterBeforeReopening => language.Measure(value, 0, "h"),
            _ => language.Measure(value, 1, problem.Setting is { } setting ? SettingRules.Of(setting).Unit : "°C"),
        };
        return language.Say(All[problem.Kind], limit);
    }
}
