using Telemetry.Dashboard.Wording;

namespace Telemetry.Dashboard.Pages.Account;

/// <summary>Words of sign-in and of the accounts' page.</summary>
internal static class AccountWords
{
    public static readonly Phrase SignIn = new("Se connecter", "Sign in");
    public static readonly Phrase Name = new("Identifiant", "User name");
    public static readonly Phrase Password = new("Mot de passe", "Password");
    public static readonly Phrase Wrong = new("Identifiant ou mot de passe incorrect. Vérifiez les deux puis réessayez.", "Wrong user name or password. Check both, then try again.");
    public static readonly Phrase Wait = new("Trop d'essais : réessayez dans {0}.", "Too many attempts: try again in {0}.");
    public static readonly Phrase Expired = new("Votre session a expiré. Connectez-vous de nouveau ; rien n'a été envoyé.", "Your session has expired. Sign in again; nothing was sent.");
    public static readonly Phrase NeedsHttps = new("La connexion demande une adresse en https.", "Signing in needs an https address.");
    public static readonly Phrase SignedOut = new("Vous êtes déconnecté.", "You are signed out.");
    public static readonly Phrase Confirm = new("Voulez-vous vous déconnecter ?", "Do you want to sign out?");
    public static readonly Phrase SignOut = new("Se déconnecter", "Sign out");
    public static readonly Phrase Home = new("Revenir à l'accueil", "Back to the home page");
    public static readonly Phrase Seconds = new("{0} s", "{0} s");
    public static readonly Phrase Accounts = new("Comptes", "Accounts");
    public static readonly Phrase Role = new("Rôle", "Role");
    public static readonly Phrase State = new("État", "State");
    public static readonly Phrase Action = new("Action", "Action");
    public static readonly Phrase Open = new("actif", "active");
    public static readonly Phrase Shut = new("désactivé", "disabled");
    public static readonly Phrase Disable = new("Désactiver {0}", "Disable {0}");
    public static readonly Phrase Enable = new("Réactiver {0}", "Enable {0}");
    public static readonly Phrase You = new("vous", "you");
    public static readonly Phrase Create = new("Créer un compte", "Create an account");
    public static readonly Phrase CreateDo = new("Créer le compte", "Create the account");
    public static readonly Phrase NameHelp = new("lettres, chiffres, points et tirets", "letters, digits, dots and dashes");
    public static readonly Phrase PasswordHelp = new("{0} caractères au moins", "at least {0} characters");
    public static readonly Phrase Made = new("Compte « {0} » créé.", "Account “{0}” created.");
    public static readonly Phrase BadName = new("L'identifiant est fait de lettres, chiffres, espaces, points et tirets.", "A user name is made of letters, digits, spaces, dots and dashes.");
    public static readonly Phrase NameTaken = new("Cet identifiant est déjà pris.", "This user name is already taken.");
    public static readonly Phrase ShortPassword = new("Le mot de passe doit avoir au moins {0} caractères.", "The password needs at least {0} characters.");
    public static readonly Phrase Elu = new("Élu", "Elected official");
    public static readonly Phrase Officer = new("Responsable énergie", "Sustainability officer");
    public static readonly Phrase Technician = new("Technicien", "Technician");
    public static readonly Phrase Administrator = new("Administrateur", "Administrator");

    /// <summary>The name of a role.</summary>
    public static Phrase Of(Dashboard.Accounts.Role role) => role switch
    {
        Dashboard.Accounts.Role.Elu => Elu,
        Dashboard.Accounts.Role.Officer => Officer,
        Dashboard.Accounts.Role.Technician => Technician,
        _ => Administrator,
    };
}
