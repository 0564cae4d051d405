using System.Collections.Frozen;

namespace Telemetry.Dashboard.Journal;

/// <summary>Everything the journal keeps: another kind of entry is another line here.</summary>
internal static class JournalActions
{
    public static readonly JournalAction OrderAsked = new("order.asked", new("Ordre demandé", "Order asked"));
    public static readonly JournalAction OrderStep = new("order.step", new("Suite d'un ordre", "Step of an order"));
    public static readonly JournalAction PlantLed = new("plant.led", new("Mode suivi par l'automate", "Mode that the controller follows"));
    public static readonly JournalAction SettingKept = new("plant.setting", new("Réglage tenu dans l'automate", "Setting kept in the controller"));
    public static readonly JournalAction LegionellaRun = new("plant.legionella", new("Choc thermique", "Legionella run"));
    public static readonly JournalAction GroupAsked = new("group.asked", new("Envoi groupé demandé", "Group of orders asked"));
    public static readonly JournalAction GroupUnsent = new("group.unsent", new("Ordre groupé non envoyé", "Order of a group not sent"));
    public static readonly JournalAction SessionOpened = new("session.opened", new("Connexion", "Sign-in"));
    public static readonly JournalAction SessionRefused = new("session.refused", new("Connexion refusée", "Sign-in refused"));
    public static readonly JournalAction SessionClosed = new("session.closed", new("Déconnexion", "Sign-out"));
    public static readonly JournalAction AccessRefused = new("access.refused", new("Accès refusé", "Access refused"));
    public static readonly JournalAction SessionProved = new("session.proved", new("Identité confirmée", "Identity confirmed"));
    public static readonly JournalAction SessionEnded = new("session.ended", new("Sessions terminées", "Sessions ended"));
    public static readonly JournalAction SealBroken = new("seal.broken", new("COMPTE DE SECOURS UTILISÉ", "BREAK-GLASS ACCOUNT USED"));
    public static readonly JournalAction SealMade = new("seal.made", new("Compte de secours scellé", "Break-glass account sealed"));
    public static readonly JournalAction PasswordChanged = new("password.changed", new("Mot de passe changé", "Password changed"));
    public static readonly JournalAction FactorAdded = new("factor.added", new("Second facteur ajouté", "Second factor added"));
    public static readonly JournalAction FactorRemoved = new("factor.removed", new("Second facteur retiré", "Second factor removed"));
    public static readonly JournalAction AccountChanged = new("account.changed", new("Droits d'un compte changés", "Rights of an account changed"));
    public static readonly JournalAction IdentityTied = new("identity.tied", new("Identité externe rattachée", "External identity linked"));
    public static readonly JournalAction IdentityAccepted = new("identity.accepted", new("Identité externe acceptée", "External identity accepted"));
    public static readonly JournalAction IdentityUntied = new("identity.untied", new("Identité externe détachée", "External identity unlinked"));
    public static readonly JournalAction AccountMade = new("account.made", new("Compte créé", "Account made"));
    public static readonly JournalAction AccountDisabled = new("account.disabled", new("Compte désactivé", "Account disabled"));
    public static readonly JournalAction AccountEnabled = new("account.enabled", new("Compte réactivé", "Account enabled"));
    public static readonly JournalAction AlarmTaken = new("alarm.taken", new("Alarme prise en charge", "Alarm taken charge of"));
    public static readonly JournalAction AlarmClosed = new("alarm.closed", new("Alarme close", "Alarm closed"));
    public static readonly JournalAction AlarmShelved = new("alarm.shelved", new("Alarme mise de côté", "Alarm put aside"));
    public static readonly JournalAction AlarmUnshelved = new("alarm.unshelved", new("Alarme ramenée", "Alarm brought back"));
    public static readonly JournalAction RotaPersonAdded = new("rota.person.added", new("Personne d'astreinte ajoutée", "On-call person added"));
    public static readonly JournalAction RotaPersonRemoved = new("rota.person.removed", new("Personne d'astreinte retirée", "On-call person removed"));
    public static readonly JournalAction RotaShiftAdded = new("rota.shift.added", new("Tour d'astreinte ajouté", "On-call shift added"));
    public static readonly JournalAction RotaShiftRemoved = new("rota.shift.removed", new("Tour d'astreinte retiré", "On-call shift removed"));
    public static readonly JournalAction JournalExported = new("journal.exported", new("Journal exporté", "Journal exported"));
    public static readonly JournalAction ProgrammeSent = new("programme.sent", new("Programme envoyé", "Programme sent"));
    public static readonly JournalAction ReportFrozen = new("report.frozen", new("Rapport figé", "Report frozen"));
    public static readonly JournalAction ActionAdded = new("action.added", new("Action créée", "Action recorded"));
    public static readonly JournalAction ActionChanged = new("action.changed", new("Action modifiée", "Action changed"));
    public static readonly JournalAction AdjustmentDeclared = new("adjustment.declared", new("Ajustement déclaré", "Adjustment declared"));
    public static readonly JournalAction AnomalyAnswered = new("anomaly.answered", new("Anomalie traitée", "Anomaly answered"));
    public static readonly JournalAction JournalArchived = new("journal.archived", new("Journal archivé", "Journal archived"));
    public static readonly JournalAction JournalNoted = new("journal.noted", new("Remarque", "Remark"));

    /// <summary>Every action by its code.</summary>
    public static readonly IReadOnlyDictionary<string, JournalAction> All = typeof(JournalActions).GetFields()
        .Where(field => field.FieldType == typeof(JournalAction))
        .Select(field => (JournalAction)field.GetValue(null)!)
        .ToFrozenDictionary(action => action.Code, StringComparer.Ordinal);
}
