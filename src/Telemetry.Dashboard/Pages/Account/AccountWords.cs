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
    public static readonly Phrase GuessablePassword = new("Ce mot de passe est parmi les premiers qu'on essaierait. Prenez plusieurs mots sans rapport entre eux ni avec le lieu.", "This password is among the first that would be tried. Take several words that have nothing to do with each other or with the place.");
    public static readonly Phrase NeedsEnd = new("L'accès d'un mainteneur externe a une fin, dans 90 jours au plus.", "An external maintainer's access has an end, at most 90 days away.");
    public static readonly Phrase NeedsSites = new("Un mainteneur externe n'accède qu'à des bâtiments choisis : cochez-en au moins un.", "An external maintainer has access to chosen buildings only: tick at least one.");
    public static readonly Phrase Ended = new("L'accès de ce compte a pris fin. L'administrateur peut le prolonger.", "This account's access has ended. The administrator can extend it.");
    public static readonly Phrase StepTwo = new("Mot de passe correct. Il reste le second facteur.", "The password is right. The second factor remains.");
    public static readonly Phrase StepGone = new("Trop de temps a passé depuis le mot de passe. Recommencez.", "Too much time has passed since the password. Start again.");
    public static readonly Phrase StartAgain = new("Recommencer", "Start again");
    public static readonly Phrase SignInWith = new("S'identifier avec {0}", "Sign in with {0}");
    public static readonly Phrase ExternalWaits = new("Votre identité est reconnue, mais aucun compte ne lui est rattaché. Demandez-le à l'administrateur, puis revenez.", "Your identity is recognised, but no account is linked to it. Ask the administrator, then come back.");
    public static readonly Phrase ExternalNotAccepted = new("Votre identité est rattachée à un compte dont le titulaire ne l'a pas encore acceptée. Connectez-vous avec le mot de passe, puis acceptez-la dans « Mon compte ».", "Your identity is linked to an account whose owner has not accepted it yet. Sign in with the password, then accept it in “My account”.");
    public static readonly Phrase ExternalRefused = new("L'identification n'a pas abouti. Rien n'a été ouvert : réessayez, ou utilisez votre mot de passe.", "Identification did not succeed. Nothing was opened: try again, or use your password.");
    public static readonly Phrase Lenient = new("Démonstration : ici, le second facteur n'est pas exigé pour commander. En service, il l'est.", "Demonstration: here the second factor is not required to steer. In service, it is.");
    public static readonly Phrase Sites = new("Bâtiments", "Buildings");
    public static readonly Phrase AllSites = new("tous", "all");
    public static readonly Phrase SitesHelp = new("aucun coché : tous", "none ticked: all");
    public static readonly Phrase End = new("Fin de l'accès", "End of access");
    public static readonly Phrase EndHelp = new("vide : sans fin", "empty: no end");
    public static readonly Phrase NoEnd = new("sans fin", "no end");
    public static readonly Phrase EndedState = new("accès terminé", "access ended");
    public static readonly Phrase Open1 = new("Ouvrir {0}", "Open {0}");
    public static readonly Phrase Factor = new("Second facteur", "Second factor");
    public static readonly Phrase FactorYes = new("oui", "yes");
    public static readonly Phrase FactorNo = new("non", "no");
    public static readonly Phrase FirstPassword = new("Premier mot de passe, à changer dès la première connexion", "First password, to be changed at the first sign-in");
    public static readonly Phrase Maintainer = new("Mainteneur externe", "External maintainer");
    public static readonly Phrase BreakGlass = new("Compte de secours", "Break-glass account");
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
        Dashboard.Accounts.Role.Maintainer => Maintainer,
        Dashboard.Accounts.Role.BreakGlass => BreakGlass,
        _ => Administrator,
    };

    /// <summary>Why an account cannot be made or changed so.</summary>
    public static string Why(Dashboard.Accounts.AccountProblem problem, Language language) => problem switch
    {
        Dashboard.Accounts.AccountProblem.NameTaken => language.Say(NameTaken),
        Dashboard.Accounts.AccountProblem.ShortPassword => language.Say(ShortPassword, language.Number(Dashboard.Accounts.PasswordRule.Shortest, 0)),
        Dashboard.Accounts.AccountProblem.GuessablePassword => language.Say(GuessablePassword),
        Dashboard.Accounts.AccountProblem.NeedsEnd => language.Say(NeedsEnd),
        Dashboard.Accounts.AccountProblem.NeedsSites => language.Say(NeedsSites),
        _ => language.Say(BadName),
    };

    /// <summary>How long to wait before another attempt.</summary>
    public static string WaitFor(TimeSpan wait, Language language) =>
        language.Say(Wait, language.Say(Seconds, language.Number(Math.Ceiling(wait.TotalSeconds), 0)));
}
