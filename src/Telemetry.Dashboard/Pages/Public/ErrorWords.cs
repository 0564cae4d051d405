using Telemetry.Dashboard.Wording;

namespace Telemetry.Dashboard.Pages.Public;

/// <summary>Words of the pages that say something went wrong.</summary>
internal static class ErrorWords
{
    public static readonly Phrase NotFound = new("Page introuvable", "Page not found");
    public static readonly Phrase NotFoundText = new("Cette adresse ne mène nulle part : elle a pu être mal recopiée, ou l'équipement retiré.", "This address leads nowhere: it may have been mistyped, or the equipment removed.");
    public static readonly Phrase Forged = new("Formulaire refusé", "Form refused");
    public static readonly Phrase ForgedText = new("Ce formulaire ne vient pas d'une page ouverte ici, ou il est trop ancien. Rien n'a été fait : rouvrez la page et recommencez.", "This form does not come from a page opened here, or it is too old. Nothing was done: open the page again and start over.");
    public static readonly Phrase Forbidden = new("Accès non autorisé", "Access not allowed");
    public static readonly Phrase ForbiddenText = new("Votre rôle ne permet pas d'ouvrir cette page. L'administrateur peut le changer.", "Your role does not open this page. The administrator can change it.");
    public static readonly Phrase TooMany = new("Trop de demandes", "Too many requests");
    public static readonly Phrase TooManyText = new("Vous avez envoyé trop de demandes en peu de temps. Attendez une minute puis recommencez.", "You have sent too many requests in a short time. Wait a minute, then start over.");
    public static readonly Phrase Server = new("Erreur du serveur", "Server error");
    public static readonly Phrase ServerText = new("La page n'a pas pu être préparée. L'incident est journalisé ; les chaufferies continuent seules. Réessayez dans un moment.", "The page could not be prepared. The incident is logged; the boiler rooms go on by themselves. Try again in a moment.");
    public static readonly Phrase NoJournal = new("Journal indisponible", "Journal unavailable");
    public static readonly Phrase NoJournalText = new("Le journal ne peut pas être écrit, et rien ne se fait ici sans lui. Rien n'a été envoyé. Prévenez l'administrateur ; en urgence, agissez sur place.", "The journal cannot be written, and nothing is done here without it. Nothing was sent. Tell the administrator; in an emergency, act on site.");
    public static readonly Phrase Other = new("Demande refusée", "Request refused");
    public static readonly Phrase OtherText = new("Le serveur n'a pas pu répondre à cette demande.", "The server could not answer this request.");
    public static readonly Phrase Code = new("Code {0}", "Code {0}");
    public static readonly Phrase Home = new("Revenir à l'accueil", "Back to the home page");

    /// <summary>Title and text for a status.</summary>
    public static (Phrase Title, Phrase Text) Of(int status) => status switch
    {
        404 => (NotFound, NotFoundText),
        400 => (Forged, ForgedText),
        403 => (Forbidden, ForbiddenText),
        429 => (TooMany, TooManyText),
        >= 500 => (Server, ServerText),
        _ => (Other, OtherText),
    };
}
