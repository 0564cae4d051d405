using Telemetry.Analytics.Reports.Actions;
using Telemetry.Dashboard.Wording;

namespace Telemetry.Dashboard.Pages.Officer;

/// <summary>Words of the register of actions.</summary>
internal static class ActionWords
{
    public static readonly Phrase Title = new("Registre des actions", "Register of actions");
    public static readonly Phrase None = new("Aucune action n'est inscrite.", "No action is recorded.");
    public static readonly Phrase Table = new("Actions, celles à faire d'abord", "Actions, those to do first");
    public static readonly Phrase Action = new("Action", "Action");
    public static readonly Phrase Owner = new("Responsable", "Owner");
    public static readonly Phrase Due = new("Échéance", "Due");
    public static readonly Phrase Late = new("en retard", "late");
    public static readonly Phrase State = new("État", "State");
    public static readonly Phrase Expected = new("Gain attendu", "Expected gain");
    public static readonly Phrase ExpectedYear = new("Gain attendu, kWh par an", "Expected gain, kWh a year");
    public static readonly Phrase Cost = new("Coût, €", "Cost, €");
    public static readonly Phrase Create = new("Inscrire une action", "Record an action");
    public static readonly Phrase CreateDo = new("Inscrire", "Record");
    public static readonly Phrase What = new("Ce qui est à faire", "What is to be done");
    public static readonly Phrase Made = new("Action inscrite.", "Action recorded.");
    public static readonly Phrase Saved = new("Action mise à jour.", "Action updated.");
    public static readonly Phrase Save = new("Enregistrer", "Save");
    public static readonly Phrase Note = new("Remarque", "Remark");
    public static readonly Phrase DoneOn = new("Faite le", "Done on");
    public static readonly Phrase Wrong = new("Il manque le bâtiment, ce qui est à faire, le responsable ou une échéance valable. Les gains et coûts sont des nombres positifs.", "The building, what is to be done, the owner or a valid due date is missing. Gains and costs are positive numbers.");
    public static readonly Phrase DoneNeeded = new("Une action faite a une date, aujourd'hui au plus tard.", "A done action has a date, today at the latest.");
    public static readonly Phrase Gain = new("{0} ± {1} sur {2} jours", "{0} ± {1} over {2} days");
    public static readonly Phrase GainNot = new("non significatif : {0} ± {1} sur {2} jours", "not significant: {0} ± {1} over {2} days");
    public static readonly Phrase GainLater = new("Gain mesuré : à partir du jour où elle est faite", "Measured gain: from the day it is done");
    public static readonly Phrase GainNone = new("pas encore mesurable : {0}", "not yet measurable: {0}");
    public static readonly Phrase GainOf = new("Gain mesuré, {0} : {1}", "Measured gain, {0}: {1}");
    public static readonly Phrase GainHow = new("Chaque énergie : attendue d'après l'année d'avant l'action à la météo mesurée, ajustements déclarés compris, moins mesurée depuis (IPMVP option C), jours connus seulement.", "Each energy: expected from the year before the action at the weather measured, declared adjustments included, less measured since (IPMVP option C), known days only.");
    public static readonly Phrase Adjustments = new("Changements qui ne sont pas des économies", "Changes that are no savings");
    public static readonly Phrase AdjustmentsHow = new("Salles ajoutées, horaires changés, machine déplacée : l'énergie par jour, calculée par vous, s'ajoute à ce qui est attendu du bâtiment (IPMVP, ajustement non périodique). Une déclaration ne s'efface pas ; une autre, de signe contraire, la corrige.", "Rooms added, hours changed, a machine moved: the energy a day, worked out by you, is added to what is expected of the building (IPMVP, non-routine adjustment). A declaration is not erased; another of opposite sign corrects it.");
    public static readonly Phrase AdjustmentLine = new("{0}, du {1} au {2} : {3} kWh par jour. {4} ({5})", "{0}, from {1} to {2}: {3} kWh a day. {4} ({5})");
    public static readonly Phrase AdjustmentEnergy = new("Énergie", "Energy");
    public static readonly Phrase AdjustmentFrom = new("Premier jour", "First day");
    public static readonly Phrase AdjustmentLast = new("Dernier jour", "Last day");
    public static readonly Phrase AdjustmentPerDay = new("kWh par jour, négatif si l'usage baisse", "kWh a day, negative when use falls");
    public static readonly Phrase AdjustmentReason = new("Ce qui a changé, et le calcul", "What changed, and how it was worked out");
    public static readonly Phrase AdjustmentDo = new("Déclarer", "Declare");
    public static readonly Phrase Adjusted = new("Changement déclaré.", "Change declared.");
    public static readonly Phrase AdjustmentWrong = new("Il manque l'énergie, deux jours dans l'ordre, un nombre de kWh par jour ou ce qui a changé.", "The energy, two days in order, a number of kWh a day or what changed is missing.");

    /// <summary>A state's name.</summary>
    public static Phrase Of(ActionState state) => state switch
    {
        ActionState.Planned => new("Prévue", "Planned"),
        ActionState.UnderWay => new("En cours", "Under way"),
        ActionState.Done => new("Faite", "Done"),
        _ => new("Abandonnée", "Dropped"),
    };
}
