using Telemetry.Dashboard.Wording;

namespace Telemetry.Dashboard.Pages.Officer;

/// <summary>Words of the Green IT page.</summary>
internal static class ParcWords
{
    public static readonly Phrase Title = new("Parc numérique", "IT estate");
    public static readonly Phrase Finding = new("Le parc mesuré a consommé {0} depuis minuit et appelle {1} en ce moment.", "The metered estate has used {0} since midnight and draws {1} at the moment.");
    public static readonly Phrase NoFinding = new("La consommation du parc n'est pas connue aujourd'hui : {0}.", "The use of the IT estate is not known today: {0}.");
    public static readonly Phrase Figures = new("Chiffres", "Figures");
    public static readonly Phrase Power = new("Puissance maintenant", "Power now");
    public static readonly Phrase Pue = new("PUE de la salle serveurs, aujourd'hui", "PUE of the server room, today");
    public static readonly Phrase PueTitle = new("Lire le PUE", "Reading the PUE");
    public static readonly Phrase PueText = new("Le PUE dit combien d'énergie entre dans la salle serveurs pour chaque kWh utile aux machines. À 1,5, un demi-kWh part en refroidissement pour chaque kWh d'informatique. Plus il est proche de 1, mieux c'est.", "The PUE tells how much energy enters the server room for each kWh that serves the machines. At 1.5, half a kWh goes to cooling for each kWh of IT. The nearer to 1, the better.");
    public static readonly Phrase Partial = new("Périmètre partiel : seuls les équipements du tableau sont mesurés. L'onduleur, l'éclairage de la salle, les postes et le réseau non mesurés n'y sont pas, et la fabrication des équipements non plus.", "Partial perimeter: only the equipment of the table is metered. The UPS, the room's lighting, unmetered workstations and network are not in it, nor is the making of the equipment.");
    public static readonly Phrase Table = new("Équipements mesurés", "Metered equipment");
    public static readonly Phrase Equipment = new("Équipement", "Equipment");
    public static readonly Phrase PowerNow = new("Puissance", "Power");
    public static readonly Phrase Today = new("Aujourd'hui", "Today");
    public static readonly Phrase Month = new("Ce mois-ci", "This month");
    public static readonly Phrase Empty = new("Aucun équipement numérique n'est encore mesuré.", "No IT equipment is metered yet.");
}
