namespace Telemetry.Dashboard.Wording;

/// <summary>Words of the frame around every page.</summary>
internal static class SiteWords
{
    public static readonly Phrase Name = new("L'énergie de nos bâtiments", "The energy of our buildings");
    public static readonly Phrase Skip = new("Aller au contenu", "Skip to content");
    public static readonly Phrase Menu = new("Menu principal", "Main menu");
    public static readonly Phrase Home = new("Accueil", "Home");
    public static readonly Phrase Boilers = new("Chaufferies", "Boiler rooms");
    public static readonly Phrase Estate = new("Patrimoine", "Estate");
    public static readonly Phrase Parc = new("Parc numérique", "IT estate");
    public static readonly Phrase Accounts = new("Comptes", "Accounts");
    public static readonly Phrase Journal = new("Journal", "Journal");
    public static readonly Phrase MyAccount = new("Mon compte", "My account");
    public static readonly Phrase SessionEnds = new("Sans action de votre part, votre session se termine dans deux minutes.", "Unless you do something, your session ends in two minutes.");
    public static readonly Phrase StaySignedIn = new("Rester connecté", "Stay signed in");
    public static readonly Phrase Outside = new("Accès externe ouvert : {0}, jusqu'au {1} à {2}.", "External access open: {0}, until {1} at {2}.");
    public static readonly Phrase Tied = new("L'identité externe « {0} » a été rattachée à votre compte par {1} le {2} à {3}. Elle n'ouvre rien sans votre accord.", "The external identity “{0}” was linked to your account by {1} on {2} at {3}. It opens nothing without your word.");
    public static readonly Phrase TiedAnswer = new("Accepter ou détacher", "Accept or unlink");
    public static readonly Phrase Unsealed = new("Compte de secours « {0} » utilisé le {1} à {2}. Lisez le journal, puis scellez-le de nouveau.", "Break-glass account “{0}” used on {1} at {2}. Read the journal, then seal it again.");
    public static readonly Phrase SignIn = new("Se connecter", "Sign in");
    public static readonly Phrase SignOut = new("Se déconnecter", "Sign out");
    public static readonly Phrase Languages = new("Langue", "Language");
    public static readonly Phrase Footer = new("Informations sur le site", "About this site");
    public static readonly Phrase Accessibility = new("Accessibilité : non conforme (audit à venir)", "Accessibility: not compliant (audit to come)");
    public static readonly Phrase Legal = new("Mentions légales", "Legal notice");
    public static readonly Phrase SiteMap = new("Plan du site", "Site map");
    public static readonly Phrase Licence = new("Licence Ouverte 2.0", "Open Licence 2.0");
    public static readonly Phrase Source = new("Source : {0}, données du {1}", "Source: {0}, data of {1}");
    public static readonly Phrase SimulatedFast = new("Ville simulée — horloge ×{0}, il est {1} le {2}", "Simulated town — clock ×{0}, it is {1} on {2}");
    public static readonly Phrase Simulated = new("Ville simulée — il est {0} le {1}", "Simulated town — it is {0} on {1}");
    public static readonly Phrase Training = new("ENTRAÎNEMENT — installation simulée : rien de ce que vous faites ici ne touche une vraie chaufferie.", "TRAINING — simulated plant: nothing you do here touches a real boiler room.");
    public static readonly Phrase TrainingMark = new("Entraînement", "Training");
    public static readonly Phrase Updated = new("Données mises à jour le {0} à {1}", "Data updated on {0} at {1}");
    public static readonly Phrase NoData = new("Aucune donnée reçue pour l'instant", "No data received yet");
    public static readonly Phrase ViewData = new("Voir les données", "View the data");
    public static readonly Phrase Download = new("Télécharger (CSV, {0})", "Download (CSV, {0})");
    public static readonly Phrase Bytes = new("{0} o", "{0} B");
    public static readonly Phrase Kilobytes = new("{0} Ko", "{0} KB");
    public static readonly Phrase Building = new("Bâtiment", "Building");
    public static readonly Phrase Total = new("Total", "Total");
}
