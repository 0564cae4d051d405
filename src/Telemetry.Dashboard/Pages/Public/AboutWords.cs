using Telemetry.Dashboard.Wording;

namespace Telemetry.Dashboard.Pages.Public;

/// <summary>Words of the accessibility, legal and site-map pages.</summary>
internal static class AboutWords
{
    public static readonly Phrase Accessibility = new("Déclaration d'accessibilité", "Accessibility statement");
    public static readonly Phrase Commitment = new("{0} s'engage à rendre ce site accessible, conformément à l'article 47 de la loi n° 2005-102 du 11 février 2005.", "{0} undertakes to make this site accessible, in accordance with article 47 of French law 2005-102 of 11 February 2005.");
    public static readonly Phrase TheTown = new("La commune", "The municipality");
    public static readonly Phrase Plans = new("Stratégie et plans d'action : à fournir par la commune.", "Strategy and action plans: to be given by the municipality.");
    public static readonly Phrase Scope = new("Cette déclaration s'applique à toutes les pages de ce site, publiques et réservées aux agents.", "This statement applies to every page of this site, public or for staff.");
    public static readonly Phrase State = new("État de conformité", "Compliance status");
    public static readonly Phrase StateText = new("Ce site est non conforme au RGAA 4.1.2, faute d'audit valide à ce jour.", "This site is not compliant with RGAA 4.1.2, for want of a valid audit to date.");
    public static readonly Phrase Results = new("Résultats des tests", "Test results");
    public static readonly Phrase ResultsText = new("Aucun audit humain n'a encore été mené : aucun pourcentage de critères ne peut être annoncé. Des contrôles automatiques sont passés sur chaque page à chaque version.", "No human audit has been made yet: no percentage of criteria can be given. Automatic checks run on every page at each version.");
    public static readonly Phrase Contents = new("Contenus non accessibles", "Content that is not accessible");
    public static readonly Phrase Faults = new("Non-conformités", "Non-compliances");
    public static readonly Phrase FaultsText = new("Elles seront listées après le premier audit.", "They will be listed after the first audit.");
    public static readonly Phrase Burden = new("Dérogations pour charge disproportionnée", "Exemptions for disproportionate burden");
    public static readonly Phrase BurdenText = new("Aucune.", "None.");
    public static readonly Phrase OutOfScope = new("Contenus non soumis à l'obligation d'accessibilité", "Content outside the obligation");
    public static readonly Phrase Established = new("Établissement de cette déclaration", "Drawing up of this statement");
    public static readonly Phrase EstablishedText = new("Technologies : HTML, CSS, SVG, JavaScript (facultatif pour la lecture). Outils : axe-core sous Chromium, navigation au clavier. Pages vérifiées : accueil, chaufferies, patrimoine, parc numérique, connexion.", "Technologies: HTML, CSS, SVG, JavaScript (optional for reading). Tools: axe-core under Chromium, keyboard navigation. Pages checked: home, boiler rooms, estate, IT estate, sign-in.");
    public static readonly Phrase Contact = new("Retour d'information et contact", "Feedback and contact");
    public static readonly Phrase ContactText = new("Si vous ne pouvez pas accéder à un contenu, écrivez à la mairie : une autre forme vous sera proposée.", "If you cannot reach some content, write to the town hall: another form will be offered.");
    public static readonly Phrase Recourse = new("Voies de recours", "Remedies");
    public static readonly Phrase RecourseText = new("Sans réponse satisfaisante, vous pouvez saisir le Défenseur des droits : formulaire en ligne, délégué de votre région, ou courrier gratuit sans timbre à Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.", "Without a satisfactory answer, you may turn to the Défenseur des droits: online form, local delegate, or free post to Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.");
    public static readonly Phrase Legal = new("Mentions légales", "Legal notice");
    public static readonly Phrase Publisher = new("Éditeur", "Publisher");
    public static readonly Phrase PublisherText = new("{0}. Directeur de la publication : le maire.", "{0}. Publication director: the mayor.");
    public static readonly Phrase Data = new("Données", "Data");
    public static readonly Phrase DataText = new("Les chiffres publics sont diffusés sous Licence Ouverte 2.0 : citez la commune et la date de mise à jour.", "Public figures are released under the Open Licence 2.0: cite the municipality and the date of update.");
    public static readonly Phrase Cookies = new("Cookies et vie privée", "Cookies and privacy");
    public static readonly Phrase CookiesText = new("Les pages publiques ne déposent aucun cookie et n'appellent aucun tiers. La connexion des agents en demande deux, strictement nécessaires : la session et la protection des formulaires.", "Public pages set no cookie and call no third party. Staff sign-in needs two, strictly necessary: the session and the protection of forms.");
    public static readonly Phrase Journal = new("Chaque ordre donné à une chaufferie est journalisé avec son auteur, son motif et son résultat.", "Each order given to a boiler room is logged with its author, reason and result.");
    public static readonly Phrase Software = new("Logiciel", "Software");
    public static readonly Phrase SoftwareText = new("Telemetry, logiciel libre sous licence Apache 2.0. Graphiques : uPlot, licence MIT.", "Telemetry, free software under the Apache 2.0 licence. Charts: uPlot, MIT licence.");
    public static readonly Phrase SiteMap = new("Plan du site", "Site map");
    public static readonly Phrase ForAll = new("Pour tous", "For everybody");
    public static readonly Phrase WithYourAccount = new("Avec votre compte", "With your account");
}
