using Telemetry.Analytics.Indicators.Anomalies;
using Telemetry.Analytics.Reports.Estate;
using Telemetry.Dashboard.Wording;

namespace Telemetry.Dashboard.Pages.Officer;

/// <summary>Anomalies in sentences.</summary>
internal static class AnomalyWords
{
    public static readonly Phrase Title = new("Anomalies à décider", "Anomalies to decide");
    public static readonly Phrase None = new("Aucune anomalie à décider sur les treize derniers mois.", "No anomaly to decide over the last thirteen months.");
    public static readonly Phrase Count = new("{0} anomalie(s) à décider, {1} en jeu.", "{0} anomaly(ies) to decide, {1} at stake.");
    public static readonly Phrase See = new("Voir les anomalies", "See the anomalies");
    public static readonly Phrase Stake = new("En jeu : {0}{1}", "At stake: {0}{1}");
    public static readonly Phrase ByYear = new(" par an à ce niveau", " a year at this level");
    public static readonly Phrase Money = new(", soit environ {0}", ", about {0}");
    public static readonly Phrase Evidence = new("Mesuré {0}, attendu {1}", "Measured {0}, expected {1}");
    public static readonly Phrase CreateAction = new("Créer une action", "Create an action");
    public static readonly Phrase Reason = new("Motif", "Reason");
    public static readonly Phrase Explained = new("Expliqué", "Explained");
    public static readonly Phrase FalseAlarm = new("Fausse alerte", "False alarm");
    public static readonly Phrase ReasonNeeded = new("Écrivez le motif : il reste avec l'anomalie.", "Write the reason: it stays with the anomaly.");
    public static readonly Phrase Kept = new("C'est noté.", "Noted.");
    public static readonly Phrase Answered = new("Déjà expliquées", "Explained already");
    public static readonly Phrase AnsweredLine = new("{0} : {1} ({2}, {3})", "{0}: {1} ({2}, {3})");
    public static readonly Phrase Opening = new("Jours d'ouverture : horaires usuels de l'usage du bâtiment, jours fériés et vacances scolaires importées déduits.", "Opening days: usual hours of the building's use, less public holidays and imported school holidays.");

    /// <summary>What happened, in a sentence.</summary>
    public static string Sentence(BuildingAnomaly one, Language language)
    {
        var (name, first, last) = (one.Building.Name, language.Day(one.From), language.Day(one.To.AddDays(-1)));
        return one.Anomaly.Kind switch
        {
            AnomalyKind.HeatingWhileClosed when one.To.DayNumber - one.From.DayNumber == 1 => language.Say(new("{0} a été chauffé le {1}, un jour de fermeture.", "{0} was heated on {1}, a closed day."), name, first),
            AnomalyKind.HeatingWhileClosed => language.Say(new("{0} a été chauffé du {1} au {2}, des jours de fermeture.", "{0} was heated from {1} to {2}, closed days."), name, first, last),
            AnomalyKind.BaseLoadStep => language.Say(new("À {0}, quelque chose consomme de l'électricité jour et nuit depuis le {1} environ.", "At {0}, something has drawn electricity day and night since about {1}."), name, first),
            AnomalyKind.NightFlow => language.Say(new("À {0}, le débit ne s'arrête plus la nuit depuis le {1}.", "At {0}, the flow no longer stops at night since {1}."), name, first),
            AnomalyKind.Drift => language.Say(new("{0} s'écarte de sa référence depuis le {1}.", "{0} has drifted from its baseline since {1}."), name, first),
            AnomalyKind.MissingData => language.Say(new("{0} : aucun relevé du {1} au {2}.", "{0}: no reading from {1} to {2}."), name, first, last),
            _ => language.Say(new("{0} : consommation inhabituelle du {1} au {2}.", "{0}: unusual use from {1} to {2}."), name, first, last),
        };
    }

    /// <summary>What is at stake, in kWh and in euros.</summary>
    public static string StakeOf(BuildingAnomaly one, Language language) => language.Say(
        Stake,
        FigureText.Print(one.Anomaly.AtStake, one.Anomaly.Unit, language) + (one.Anomaly.ByYear ? language.Say(ByYear) : ""),
        one.Anomaly.Euro is { } euro ? language.Say(Money, FigureText.Print(euro, "EUR", language)) : "");
}
