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
    public static readonly Phrase IdentitiesHelp = new("Une identité venue d'ailleurs n'ouvre rien avant d'être rattachée ici. Vérifiez d'abord, de vive voix, que c'est bien la personne.", "An identity from elsewhere opens nothing before it is linked here. First check, by word of mouth, that it is the person.");
    public static readonly Phrase Tie = new("Rattacher {0} à ce compte", "Link {0} to this account");
    public static readonly Phrase Untie = new("Détacher {0}", "Unlink {0}");
    public static readonly Phrase SealHelp = new("Compte de secours : son mot de passe se refait sur le serveur, par « dashboard account seal {0} », et se range sous enveloppe.", "Break-glass account: its password is made again on the server, with “dashboard account seal {0}”, and kept in an envelope.");
}
