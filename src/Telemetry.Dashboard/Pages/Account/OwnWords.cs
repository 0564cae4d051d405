using Telemetry.Dashboard.Accounts;
using Telemetry.Dashboard.Wording;

namespace Telemetry.Dashboard.Pages.Account;

/// <summary>Words of the pages about one's own account.</summary>
internal static class OwnWords
{
    public static readonly Phrase Title = new("Mon compte", "My account");
    public static readonly Phrase Until = new("accès jusqu'à {0}", "access until {0}");
    public static readonly Phrase Sessions = new("Sessions ouvertes", "Open sessions");
    public static readonly Phrase SessionsHelp = new("Une session que vous ne reconnaissez pas : terminez-la et changez de mot de passe.", "A session you do not recognise: end it and change your password.");
    public static readonly Phrase ThisOne = new("cette session", "this session");
    public static readonly Phrase Opened = new("ouverte {0}", "opened {0}");
    public static readonly Phrase Seen = new("utilisée {0}", "used {0}");
    public static readonly Phrase End = new("Terminer", "End");
    public static readonly Phrase EndOthers = new("Terminer toutes les autres sessions", "End all other sessions");
    public static readonly Phrase SessionEnded = new("C'est fait : la session est terminée.", "Done: the session is ended.");
    public static readonly Phrase Identities = new("Identités externes", "External identities");
    public static readonly Phrase IdentitiesHelp = new("Elles ouvrent votre compte sans votre mot de passe. N'acceptez que la vôtre ; détachez celle que vous ne reconnaissez pas et prévenez l'administrateur.", "They open your account without your password. Accept your own only; unlink one you do not recognise, and tell the administrator.");
    public static readonly Phrase TiedBy = new("rattachée par {0} {1}", "linked by {0} {1}");
    public static readonly Phrase Accepted = new("acceptée {0}", "accepted {0}");
    public static readonly Phrase Accept = new("C'est la mienne : accepter {0}", "It is mine: accept {0}");
    public static readonly Phrase Untie = new("Détacher {0}", "Unlink {0}");
    public static readonly Phrase AcceptByOwnProof = new("Pour l'accepter, connectez-vous par votre mot de passe ou votre clé d'accès.", "To accept it, sign in with your password or your passkey.");
    public static readonly Phrase IdentityDone = new("C'est fait, et inscrit au journal.", "Done, and in the journal.");
    public static readonly Phrase PasswordDone = new("Mot de passe changé. Vos autres sessions sont terminées.", "Password changed. Your other sessions are ended.");
    public static readonly Phrase ChangePassword = new("Changer de mot de passe", "Change the password");
    public static readonly Phrase MustChange = new("Ce mot de passe vous a été donné par quelqu'un d'autre : choisissez le vôtre avant de continuer.", "This password was given to you by somebody else: choose your own before going on.");
    public static readonly Phrase PresentPassword = new("Mot de passe actuel", "Present password");
    public static readonly Phrase NewPassword = new("Nouveau mot de passe", "New password");
    public static readonly Phrase PasswordRule = new("{0} caractères au moins. Plusieurs mots sans rapport entre eux font un bon mot de passe ; un gestionnaire de mots de passe aussi.", "At least {0} characters. Several words that have nothing to do with each other make a good one; so does a password manager.");
    public static readonly Phrase PresentWrong = new("Mot de passe incorrect.", "Wrong password.");
    public static readonly Phrase SecondFactor = new("Second facteur", "Second factor");
    public static readonly Phrase SecondFactorLead = new("Un mot de passe se devine ou se vole. Un téléphone ou une clé en plus, et il ne suffit plus.", "A password can be guessed or stolen. With a phone or a key besides, it is no longer enough.");
    public static readonly Phrase MustHaveFactor = new("Votre rôle commande des installations ou des comptes : il faut un second facteur avant de continuer.", "Your role steers plants or accounts: a second factor is needed before going on.");
    public static readonly Phrase Generator = new("Générateur de codes", "Code generator");
    public static readonly Phrase GeneratorOn = new("Actif. Codes de secours restants : {0}.", "On. Recovery codes left: {0}.");
    public static readonly Phrase NewCodes = new("Refaire les codes de secours", "Make new recovery codes");
    public static readonly Phrase RemoveGenerator = new("Retirer le générateur", "Remove the generator");
    public static readonly Phrase Scan = new("Avec l'application de codes de votre téléphone (FreeOTP, Aegis, ou celle de votre choix), photographiez cette image.", "With the code application of your phone (FreeOTP, Aegis, or any you like), scan this picture.");
    public static readonly Phrase TypeCode = new("Tapez le code à six chiffres qu'elle affiche.", "Type the six-digit code it shows.");
    public static readonly Phrase PictureAlt = new("Image à photographier avec l'application de codes ; la clé écrite est juste dessous.", "Picture to scan with the code application; the written key is just below.");
    public static readonly Phrase NoCamera = new("Sans appareil photo : la clé à taper", "Without a camera: the key to type");
    public static readonly Phrase CodeShown = new("Code affiché", "Code shown");
    public static readonly Phrase Activate = new("Activer", "Turn on");
    public static readonly Phrase CodeWrong = new("Ce code n'est pas le bon, ou il a déjà servi. Attendez le suivant et vérifiez l'heure du téléphone.", "This code is not right, or was used before. Wait for the next one and check the phone's clock.");
    public static readonly Phrase TooLate = new("Cette page est trop ancienne : recommencez avec la nouvelle image.", "This page is too old: start again with the new picture.");
    public static readonly Phrase RecoveryTitle = new("Vos codes de secours", "Your recovery codes");
    public static readonly Phrase RecoveryHelp = new("Le second facteur est actif. Notez ces codes sur papier, loin du téléphone : chacun sert une fois, le jour où il manque. Ils ne seront plus montrés.", "The second factor is on. Write these codes on paper, away from the phone: each is good once, the day it is missing. They will not be shown again.");
    public static readonly Phrase RecoveryKept = new("Je les ai notés", "I have written them down");
    public static readonly Phrase Passkeys = new("Clés d'accès", "Passkeys");
    public static readonly Phrase PasskeysHelp = new("L'empreinte ou le code du téléphone remplace mot de passe et second facteur, et ne se donne à aucun site imitant celui-ci.", "The phone's fingerprint or code replaces password and second factor, and cannot be given to a site that imitates this one.");
    public static readonly Phrase PasskeyName = new("Nom de la clé (facultatif)", "Name of the key (optional)");
    public static readonly Phrase AddPasskey = new("Ajouter une clé d'accès", "Add a passkey");
    public static readonly Phrase ForgetPasskey = new("Retirer {0}", "Remove {0}");
    public static readonly Phrase PasskeyDone = new("Clé d'accès ajoutée.", "Passkey added.");
    public static readonly Phrase PasskeyRefused = new("Cette clé d'accès n'a pas pu être vérifiée. Rien n'a été changé : recommencez.", "This passkey could not be verified. Nothing was changed: start again.");
    public static readonly Phrase PasskeyFailed = new("Le navigateur n'a pas donné de clé : opération annulée, ou aucune clé pour ce site.", "The browser gave no key: cancelled, or no key for this site.");
    public static readonly Phrase PasskeyAbsent = new("Il faut pour cela un navigateur récent, les scripts, et une adresse par un nom (pas par des chiffres).", "This needs a recent browser, scripts, and an address by a name (not by numbers).");
    public static readonly Phrase UsePasskey = new("Utiliser une clé d'accès", "Use a passkey");
    public static readonly Phrase ProveTitle = new("Confirmez que c'est vous", "Confirm that it is you");
    public static readonly Phrase ProveLead = new("Votre dernière preuve d'identité a plus de 15 minutes. Rien n'a été envoyé : vous retrouverez votre saisie ensuite.", "Your last proof of identity is over 15 minutes old. Nothing was sent: you will find what you typed again afterwards.");
    public static readonly Phrase ProveFactor = new("Montrez votre second facteur pour ouvrir la session.", "Show your second factor to open the session.");
    public static readonly Phrase Prove = new("Confirmer", "Confirm");
    public static readonly Phrase CodeOrRecovery = new("Code à six chiffres, ou code de secours", "Six-digit code, or recovery code");
    public static readonly Phrase ByPassword = new("mot de passe", "password");
    public static readonly Phrase ByCode = new("mot de passe et code", "password and code");
    public static readonly Phrase ByRecovery = new("mot de passe et code de secours", "password and recovery code");
    public static readonly Phrase ByPasskey = new("clé d'accès", "passkey");
    public static readonly Phrase ByExternal = new("identité externe", "external identity");

    /// <summary>How a session was proved.</summary>
    public static Phrase Proof(string method) => method switch
    {
        Proofs.Code => ByCode,
        Proofs.Recovery => ByRecovery,
        Proofs.Passkey => ByPasskey,
        Proofs.External or Proofs.ExternalStrong => ByExternal,
        _ => ByPassword,
    };
}
