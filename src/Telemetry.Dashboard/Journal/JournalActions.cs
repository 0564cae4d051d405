using System.Collections.Frozen;

namespace Telemetry.Dashboard.Journal;

/// <summary>Everything the journal keeps: another kind of entry is another line here.</summary>
internal static class JournalActions
{
    public static readonly JournalAction OrderAsked = new("order.asked", new("Ordre demandé", "Order asked"));
    public static readonly JournalAction OrderStep = new("order.step", new("Suite d'un ordre", "Step of an order"));
    public static readonly JournalAction SessionOpened = new("session.opened", new("Connexion", "Sign-in"));
    public static readonly JournalAction SessionRefused = new("session.refused", new("Connexion refusée", "Sign-in refused"));
    public static readonly JournalAction SessionClosed = new("session.closed", new("Déconnexion", "Sign-out"));
    public static readonly JournalAction AccountMade = new("account.made", new("Compte créé", "Account made"));
    public static readonly JournalAction AccountDisabled = new("account.disabled", new("Compte désactivé", "Account disabled"));
    public static readonly JournalAction AccountEnabled = new("account.enabled", new("Compte réactivé", "Account enabled"));
    public static readonly JournalAction JournalExported = new("journal.exported", new("Journal exporté", "Journal exported"));
    public static readonly JournalAction JournalNoted = new("journal.noted", new("Remarque", "Remark"));

    /// <summary>Every action by its code.</summary>
    public static readonly IReadOnlyDictionary<string, JournalAction> All = typeof(JournalActions).GetFields()
        .Where(field => field.FieldType == typeof(JournalAction))
        .Select(field => (JournalAction)field.GetValue(null)!)
        .ToFrozenDictionary(action => action.Code, StringComparer.Ordinal);
}
