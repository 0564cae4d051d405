using Telemetry.Dashboard.Accounts.External;
using Telemetry.Dashboard.Wording;

namespace Telemetry.Dashboard.Pages.Admin;

/// <summary>Words of the page about one account.</summary>
internal static class AdminWords
{
    public static readonly Phrase Journalled = new("C'est inscrit au journal.", "It is in the journal.");
    public static readonly Phrase Yours = new("C'est votre compte : personne ne change ses propres droits. Demandez à un autre administrateur.", "This is your account: nobody changes their own rights. Ask another administrator.");
    public static readonly Phrase Terms = new("Rôle, bâtiments et fin", "Role, buildings and end");
    public static readonly Phrase Save = new("Enregistrer", "Save");
    public static readonly Phrase GivePassword = new("Donner ce mot de passe", "Give this password");
    public static readonly Phrase Access = new("Sessions et facteurs", "Sessions and factors");
    public static readonly Phrase Counts = new("Sessions ouvertes : {0} · générateur de codes : {1} · clés d'accès : {2}", "Open sessions: {0} · code generator: {1} · passkeys: {2}");
    public static readonly Phrase EndSessions = new("Terminer toutes ses sessions", "End all its sessions");
    public static readonly Phrase RemoveFactors = new("Retirer ses seconds facteurs (téléphone perdu)", "Remove its second factors (phone lost)");
    public static readonly Phrase Identities = new("Identités externes", "External identities");
    public static readonly Phrase IdentitiesHelp = new("Une identité venue d'ailleurs n'ouvre rien avant d'être rattachée ici, puis acceptée par le titulaire du compte. Vérifiez d'abord, de vive voix, que c'est bien la personne.", "An identity from elsewhere opens nothing before it is linked here, then accepted by the account's owner. First check, by word of mouth, that it is the person.");
    public static readonly Phrase Accepted = new("acceptée par son titulaire", "accepted by its owner");
    public static readonly Phrase NotAccepted = new("n'ouvre rien encore : son titulaire ne l'a pas acceptée", "opens nothing yet: its owner has not accepted it");
    public static readonly Phrase TieSealed = new("Compte de secours : son mot de passe sous enveloppe l'ouvre seul, aucune identité externe ne s'y rattache.", "Break-glass account: its sealed password alone opens it, no external identity is linked to it.");
    public static readonly Phrase TieTaken = new("Cette identité est déjà rattachée à un compte : détachez-la d'abord de celui-là.", "This identity is linked to an account already: unlink it from that one first.");
    public static readonly Phrase TieOwn = new("Cette identité est la vôtre, ou est venue d'un navigateur où vous étiez connecté : elle ne se rattache pas au compte de quelqu'un d'autre. Demandez à un autre administrateur.", "This identity is your own, or came from a browser you were signed in with: it is not linked to somebody else's account. Ask another administrator.");
    public static readonly Phrase Tie = new("Rattacher {0} à ce compte", "Link {0} to this account");
    public static readonly Phrase Untie = new("Détacher {0}", "Unlink {0}");
    public static readonly Phrase SealHelp = new("Compte de secours : son mot de passe se refait sur le serveur, par « dashboard account seal {0} », et se range sous enveloppe.", "Break-glass account: its password is made again on the server, with “dashboard account seal {0}”, and kept in an envelope.");

    /// <summary>Why an identity is not tied.</summary>
    public static Phrase WhyNotTied(TieProblem problem) => problem switch
    {
        TieProblem.Sealed => TieSealed,
        TieProblem.Own => TieOwn,
        _ => TieTaken,
    };
}
