using Telemetry.Dashboard.Wording;
using Telemetry.Model.Settings;

namespace Telemetry.Dashboard.Programmes;

/// <summary>Words of the settings page.</summary>
internal static class SettingWords
{
    public static readonly Phrase Title = new("Réglages", "Settings");
    public static readonly Phrase Link = new("Réglages : loi d'eau, saison, abaissement, eau chaude", "Settings: heating curve, season, setback, hot water");
    public static readonly Phrase Lead = new("Chaque valeur a ses bornes ; hors d'elles rien ne part. Chaque envoi est une version du programme : elle est relue, journalisée, et se défait.", "Each value has its bounds; outside them nothing leaves. Each sending is a version of the programme: it is read over, journalled, and can be undone.");
    public static readonly Phrase Undo = new("Versions et retour arrière", "Versions and undo");
    public static readonly Phrase NeedsProgramme = new("Sans programme d'ici, l'automate garde ses propres réglages. Créez d'abord le programme.", "Without a programme from here the controller keeps its own settings. Create the programme first.");
    public static readonly Phrase OfZone = new("Zone {0}", "Zone {0}");
    public static readonly Phrase OtherZone = new("Réglages de la zone {0}", "Settings of zone {0}");
    public static readonly Phrase Bounds = new("de {0} à {1}, par {2} ; d'usine {3}", "{0} to {1}, by {2}; usual {3}");
    public static readonly Phrase Kept = new("{0} : {1} (réglage de l'administrateur)", "{0}: {1} (an administrator's setting)");
    public static readonly Phrase Theirs = new("{0} : {1} (réglage des techniciens)", "{0}: {1} (a technicians' setting)");
    public static readonly Phrase Shown = new("{0} : {1}", "{0}: {1}");
    public static readonly Phrase Change = new("{0} : {1}, au lieu de {2}", "{0}: {1}, instead of {2}");
    public static readonly Phrase HotWaterAdded = new("Eau chaude suivie", "Hot water followed");
    public static readonly Phrase HotWaterRemoved = new("Eau chaude plus suivie : plus de choc thermique d'ici, plus de preuve, et ses limites sont oubliées", "Hot water no longer followed: no legionella run from here, no evidence, and its limits are forgotten");
    public static readonly Phrase DroppedByAdministrator = new("Eau chaude suivie. L'administrateur seul peut cesser de la suivre, avec un motif.", "Hot water is followed. Only an administrator may stop following it, with a reason.");
    public static readonly Phrase TakenUpByAdministrator = new("Eau chaude plus suivie, et ses limites n'étaient pas celles d'usine : l'administrateur seul peut la reprendre, avec les valeurs ci-dessous.", "Hot water is no longer followed, and its limits were not the usual ones: only an administrator may take it up again, with the values below.");
    public static readonly Phrase LastKnown = new("Valeurs de la dernière version qui la suivait.", "Values of the last version that followed it.");
    public static readonly Phrase RunIs = new("Jours et heure du choc thermique : {0}", "Days and time of the legionella run: {0}");
    public static readonly Phrase RunTimes = new("Choc thermique : {0}, au lieu de {1}", "Legionella run: {0}, instead of {1}");
    public static readonly Phrase RunAt = new("{0} à {1}", "{0} at {1}");
    public static readonly Phrase RunNever = new("aucun jour (sortie tenue à 55 °C)", "no day (outlet kept at 55 °C)");
    public static readonly Phrase OffStep = new("Par pas de {0}.", "In steps of {0}.");
    public static readonly Phrase BadNumber = new("Écrivez un nombre, par exemple 1,5.", "Write a number, such as 1.5.");
    public static readonly Phrase BadTime = new("Écrivez une heure, par exemple 02:00.", "Write a time, such as 02:00.");
    public static readonly Phrase NeedsReason = new("« {0} » ne change pas sans motif écrit.", "« {0} » does not change without a written reason.");
    public static readonly Phrase Forbidden = new("« {0} » est un réglage de l'administrateur : rien n'a été envoyé.", "« {0} » is an administrator's setting: nothing was sent.");
    public static readonly Phrase Technicians = new("« {0} » est un réglage des techniciens : rien n'a été envoyé.", "« {0} » is a technicians' setting: nothing was sent.");
    public static readonly Phrase Reason = new("Motif", "Reason");
    public static readonly Phrase ReasonHelp = new("obligatoire pour un plancher chauffant, la température de chaudière, le retour, l'eau mitigée et pour ne plus suivre l'eau chaude", "required for a heated floor, the boiler's temperature, its return, mixed water and to stop following hot water");
    public static readonly Phrase ReadOnly = new("Lecture seule : les techniciens règlent, l'administrateur garde les limites.", "Read only: technicians set, the administrator keeps the limits.");
    public static readonly Phrase Rooms = new("Températures et abaissement", "Temperatures and setback");
    public static readonly Phrase RoomsNote = new("Suivies par la passerelle, qui écrit mode et consigne. Par grand froid le réduit remonte, pour que la relance du matin reste possible.", "Followed by the gateway, which writes mode and set point. In great cold the reduced set point rises, so that the morning can still be warmed for.");
    public static readonly Phrase Season = new("Limite de chauffe (été / hiver)", "Heating limit (summer / winter)");
    public static readonly Phrase SeasonNote = new("Appliquée par la passerelle : moyenne extérieure de 24 h au-dessus de la limite + 1 K, arrêt ; au-dessous de la limite − 1 K, reprise. Le hors-gel reste actif.", "Applied by the gateway: 24 h outdoor mean over the limit + 1 K, off; under the limit − 1 K, on again. Frost protection stays alive.");
    public static readonly Phrase Times = new("Optimiseur", "Optimum start and stop");
    public static readonly Phrase TimesNote = new("Appliqué par la passerelle, d'après la montée en température apprise. Zéro : pas d'anticipation.", "Applied by the gateway, from the warm-up it has learned. Zero: none.");
    public static readonly Phrase Curve = new("Loi d'eau", "Heating curve");
    public static readonly Phrase CurveNote = new("L'automate garde sa propre courbe : elle n'a pas de point inscriptible. Ces valeurs disent le départ qu'il devrait demander, pour comparer.", "The controller keeps its own curve: no point of it can be written. These values say what flow it should ask for, to compare.");
    public static readonly Phrase Advice = new("Départ selon cette courbe : {0} ; consigne lue dans l'automate : {1}.", "Flow by this curve: {0}; set point read from the controller: {1}.");
    public static readonly Phrase DesignAdvice = new("Le point de base donne une pente de {0} et, par {1} dehors, un départ de {2} ; la courbe réglée demande {3}.", "The design point gives a slope of {0} and, at {1} outdoors, a flow of {2}; the curve set asks {3}.");
    public static readonly Phrase Burner = new("Brûleur : durées minimales", "Burner: least times");
    public static readonly Phrase BurnerNote = new("Le programme attend ces durées avant de changer de mode, un ordre aussi quand l'automate donne l'état de son brûleur (S11) ; un arrêt de sécurité n'attend pas. Les démarrages sont des repères.", "The programme waits this long before it changes the mode, an order too where the controller tells its burner (S11); a stop for safety does not wait. Starts are marks to watch.");
    public static readonly Phrase Pumps = new("Pompes", "Pumps");
    public static readonly Phrase PumpsNote = new("Avance, temporisation et dégommage appartiennent à l'automate : aucune pompe ne s'écrit d'ici (S01, S12). Valeurs de référence pour la visite.", "Lead, overrun and anti-seize are the controller's own: no pump is written from here (S01, S12). Reference values for the visit.");
    public static readonly Phrase Boiler = new("Chaudière et cascade", "Boiler and cascade");
    public static readonly Phrase BoilerNote = new("Limites et ordre des chaudières restent dans l'automate (S14) : valeurs de référence, gardées et datées ici.", "Limits and the order of boilers stay in the controller (S14): reference values, kept and dated here.");
    public static readonly Phrase Sensors = new("Sondes perdues", "Lost sensors");
    public static readonly Phrase SensorsNote = new("Appliqué par la passerelle : au-delà de ce silence une sonde n'est plus crue (S10).", "Applied by the gateway: after such a silence a sensor is not believed any more (S10).");
    public static readonly Phrase HotWater = new("Eau chaude et légionelles", "Hot water and legionella");
    public static readonly Phrase HotWaterNote = new("L'automate produit l'eau chaude ; aucun de ses points ne s'écrit d'ici. Ces valeurs disent ce qui est attendu, et la règle du jour est jugée sur les sondes.", "The controller makes the hot water; none of its points is written from here. These values say what is expected, and each day is judged by the sensors.");
    public static readonly Phrase MakesHotWater = new("Cette chaufferie produit de l'eau chaude", "This boiler room makes hot water");
    public static readonly Phrase RunDays = new("Jours du choc thermique", "Days of the legionella run");
    public static readonly Phrase RunStart = new("Heure du choc thermique", "Time of the legionella run");
    public static readonly Phrase Evidence = new("Preuve, sept derniers jours", "Evidence, the last seven days");
    public static readonly Phrase NoSensor = new("Aucune sonde d'eau chaude : rien ne peut être prouvé (« non mesuré »).", "No hot water sensor: nothing can be proved (« not measured »).");
    public static readonly Phrase DayHeatedUp = new("{0} : conforme, choc tenu de {1} à {2}", "{0}: met, heat-up held from {1} to {2}");
    public static readonly Phrase DayKeptHot = new("{0} : conforme, 55 °C tenus tout le jour", "{0}: met, 55 °C held all day");
    public static readonly Phrase DayNotMet = new("{0} : non conforme", "{0}: not met");
    public static readonly Phrase DayNotMeasured = new("{0} : non mesuré", "{0}: not measured");

    public static readonly IReadOnlyDictionary<Setting, Phrase> All = new Dictionary<Setting, Phrase>
    {
        [Setting.Comfort] = new("Confort", "Comfort"),
        [Setting.Reduced] = new("Réduit", "Reduced"),
        [Setting.Frost] = new("Hors-gel", "Frost protection"),
        [Setting.HeatingLimit] = new("Non-chauffage au-dessus de", "No heating above"),
        [Setting.CurveSlope] = new("Pente", "Slope"),
        [Setting.CurveShift] = new("Parallèle (décalage)", "Parallel shift"),
        [Setting.RoomInfluence] = new("Influence de l'ambiance (K par K)", "Room influence (K per K)"),
        [Setting.FlowMin] = new("Départ minimal", "Least flow"),
        [Setting.FlowMax] = new("Départ maximal", "Greatest flow"),
        [Setting.DesignOutdoor] = new("Extérieur de base", "Design outdoor"),
        [Setting.DesignFlow] = new("Départ de base", "Design flow"),
        [Setting.DesignReturn] = new("Retour de base", "Design return"),
        [Setting.GainOffset] = new("Apports gratuits", "Free gains"),
        [Setting.SetbackRaiseFrom] = new("Le réduit remonte sous", "Reduced rises under"),
        [Setting.SetbackRaiseTo] = new("Plus d'abaissement à", "No setback left at"),
        [Setting.OptimumStartMost] = new("Relance au plus tôt", "Earliest warm-up"),
        [Setting.OptimumStartDays] = new("Jours semblables retenus", "Similar days remembered"),
        [Setting.OptimumStopMost] = new("Arrêt anticipé au plus", "Earliest stop"),
        [Setting.OutdoorFrost] = new("Hors-gel de l'installation sous", "Plant frost protection under"),
        [Setting.BoilerMost] = new("Chaudière au plus", "Boiler at most"),
        [Setting.BoilerLeastReturn] = new("Retour minimal (sans condensation)", "Least return (not condensing)"),
        [Setting.SwitchingDifference] = new("Différentiel", "Switching difference"),
        [Setting.BurnerLeastRun] = new("Marche minimale", "Least run"),
        [Setting.BurnerLeastStop] = new("Arrêt minimal", "Least stop"),
        [Setting.StartsToWatch] = new("Démarrages par heure, à surveiller", "Starts an hour, to watch"),
        [Setting.StartsInAlarm] = new("Démarrages par heure, excessifs", "Starts an hour, too many"),
        [Setting.PumpLead] = new("Pompe avant le brûleur", "Pump before the burner"),
        [Setting.PumpOverrun] = new("Pompe après le brûleur", "Pump after the burner"),
        [Setting.HotWater] = new("Ballon", "Tank"),
        [Setting.HotWaterHysteresis] = new("Différentiel du ballon", "Hysteresis of the tank"),
        [Setting.LegionellaRun] = new("Choc thermique (légionelles)", "Legionella run"),
        [Setting.LoopLeast] = new("Retour de boucle minimal", "Least loop return"),
        [Setting.AntiScald] = new("Eau mitigée au plus", "Mixed water at most"),
        [Setting.RoomSensorSilence] = new("Silence d'une sonde d'ambiance", "Silence of a room sensor"),
        [Setting.PlantSensorSilence] = new("Silence d'une sonde de chaufferie", "Silence of a plant sensor"),
        [Setting.FallbackOutdoor] = new("Extérieur supposé sans sonde", "Outdoor taken without a sensor"),
    };
}
