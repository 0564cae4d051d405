using Telemetry.Dashboard.Wording;

namespace Telemetry.Dashboard.Pages.Technician;

/// <summary>Words of the dossier for the inspection of a building automation system.</summary>
internal static class DossierWords
{
    public static readonly Phrase Title = new("Dossier GTB (R.175-3)", "BACS dossier (R.175-3)");
    public static readonly Phrase Link = new("Dossier GTB à imprimer", "BACS dossier to print");
    public static readonly Phrase Lead = new("Ce que le système d'automatisation et de contrôle de cette chaufferie fait, prouvé par ses propres données, du {0} au {1}. À compléter par l'exploitant, à conserver dix ans avec le rapport d'inspection.", "What the automation and control system of this boiler room does, shown by its own data, from {0} to {1}. To be completed by the operator, to be kept ten years with the inspection report.");
    public static readonly Phrase Identity = new("Identité", "Identity");
    public static readonly Phrase Installed = new("Automate {0}, passerelle {1}, {2} points suivis.", "Controller {0}, gateway {1}, {2} points followed.");
    public static readonly Phrase Area = new("Surface : {0}.", "Floor area: {0}.");
    public static readonly Phrase Power = new("Puissance nominale utile, date d'installation, exploitant : à renseigner. Échéance : 1er janvier 2025 au-dessus de 290 kW, 1er janvier 2030 au-dessus de 70 kW (décret 2025-1343).", "Rated output, date of installation, operator: to be filled in. Due: 1 January 2025 above 290 kW, 1 January 2030 above 70 kW (decree 2025-1343).");
    public static readonly Phrase Functions = new("Les quatre fonctions de l'article R.175-3", "The four functions of article R.175-3");
    public static readonly Phrase Function = new("Fonction", "Function");
    public static readonly Phrase State = new("État", "State");
    public static readonly Phrase Proof = new("Preuve", "Proof");
    public static readonly Phrase Met = new("assurée", "met");
    public static readonly Phrase Partly = new("en partie", "in part");
    public static readonly Phrase NotMet = new("non assurée", "not met");
    public static readonly Phrase One = new("1. Suivre, enregistrer et analyser en continu, par zone et au pas horaire ; valeurs mensuelles gardées cinq ans", "1. Follow, record and analyse continuously, by zone, at hourly step; monthly values kept five years");
    public static readonly Phrase OneProof = new("Température d'ambiance connue pour {0} des heures de la période. Le logiciel n'efface aucune valeur : la durée de conservation est celle des sauvegardes.", "Room temperature known for {0} of the hours of the period. The software erases no value: how long they are kept is a matter of backups.");
    public static readonly Phrase Two = new("2. Situer l'efficacité par rapport à des valeurs de référence, détecter les pertes, informer l'exploitant", "2. Compare efficiency with reference values, detect losses, inform the operator");
    public static readonly Phrase TwoProof = new("{0} alarmes levées sur la période, dites à l'astreinte. L'écart à une consommation de référence n'est pas encore dans ce dossier.", "{0} alarms raised in the period, told to whoever is on call. The deviation from a reference use is not yet in this dossier.");
    public static readonly Phrase Three = new("3. Être interopérable avec les systèmes techniques du bâtiment", "3. Be interoperable with the technical systems of the building");
    public static readonly Phrase ThreeProof = new("Modbus et MQTT vers les équipements, Sparkplug B vers le centre ; liste des points ci-dessous, données exportables sans frais.", "Modbus and MQTT to the equipment, Sparkplug B to the centre; list of points below, data exported free of charge.");
    public static readonly Phrase Four = new("4. Permettre l'arrêt manuel et la gestion autonome", "4. Allow manual stop and autonomous management");
    public static readonly Phrase FourProof = new("Le mode manuel sur place l'emporte toujours. {0}", "Manual mode on site always wins. {0}");
    public static readonly Phrase FourAlone = new("Le programme tourne sur la passerelle, même sans le centre.", "The programme runs on the gateway, even without the centre.");
    public static readonly Phrase FourController = new("Sans programme d'ici, l'automate suit le sien.", "Without a programme from here the controller follows its own.");
    public static readonly Phrase Figures = new("Exploitation sur la période", "Operation in the period");
    public static readonly Phrase Figure = new("Indicateur", "Figure");
    public static readonly Phrase Value = new("Valeur", "Value");
    public static readonly Phrase Aim = new("Repère", "Aim");
    public static readonly Phrase OnTime = new("Confort à l'heure (T ≥ consigne − 0,5 K à l'ouverture)", "Comfort on time (T ≥ set point − 0.5 K at opening)");
    public static readonly Phrase StartError = new("Écart de l'optimiseur (chaud avant ou après l'ouverture)", "Optimum-start error (warm before or after opening)");
    public static readonly Phrase Starts = new("Démarrages du brûleur", "Burner starts");
    public static readonly Phrase Run = new("Durée moyenne de marche", "Mean run");
    public static readonly Phrase Forced = new("Marche forcée", "Forced time");
    public static readonly Phrase Interventions = new("Interventions à distance", "Remote interventions");
    public static readonly Phrase Trips = new("Déplacements évités", "Trips avoided");
    public static readonly Phrase TripsValue = new("{0}, {1}, {2}", "{0}, {1}, {2}");
    public static readonly Phrase Assumption = new("Hypothèse : un déplacement = {0} aller-retour et {1} ; {2} par km ({3}). Les actes d'une personne à moins d'une heure d'intervalle comptent pour un.", "Assumption: one trip = {0} there and back and {1}; {2} a km ({3}). What one person does within an hour counts as one.");
    public static readonly Phrase AimOnTime = new("≥ 95 %", "≥ 95%");
    public static readonly Phrase AimStart = new("≤ 20 min", "≤ 20 min");
    public static readonly Phrase AimStarts = new("≤ 3 par heure en moyenne, 6 au plus", "≤ 3 an hour on the mean, 6 at most");
    public static readonly Phrase AimRun = new("≥ 10 min", "≥ 10 min");
    public static readonly Phrase AimForced = new("< 5 % du temps", "< 5% of the time");
    public static readonly Phrase PerHour = new("{0} par heure (au plus {1})", "{0} an hour ({1} at most)");
    public static readonly Phrase Inspection = new("Pour l'inspection : consignes et programme", "For the inspection: set points and programme");
    public static readonly Phrase Points = new("Liste des points", "List of points");
    public static readonly Phrase Point = new("Point", "Point");
    public static readonly Phrase Unit = new("Unité", "Unit");
    public static readonly Phrase Bounds = new("Modifiable entre", "May be set between");
    public static readonly Phrase Range = new("{0} et {1}", "{0} and {1}");
    public static readonly Phrase No = new("non", "no");
    public static readonly Phrase Alarms = new("Alarmes de la période", "Alarms of the period");
    public static readonly Phrase NoAlarm = new("Aucune.", "None.");
    public static readonly Phrase Signed = new("Établi le {0} par {1}. Vérifié par : ……………………  Signature : ……………………", "Made on {0} by {1}. Checked by: ……………………  Signature: ……………………");
    public static readonly Phrase Download = new("Données de la courbe au pas horaire : page du bâtiment, « Voir les données ».", "Hourly data: the building's page, « View the data ».");
}
