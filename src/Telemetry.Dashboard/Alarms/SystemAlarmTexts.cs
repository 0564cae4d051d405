using Telemetry.Model.Alarms;

namespace Telemetry.Dashboard.Alarms;

/// <summary>Words about what is not heard, what cannot be believed, and the installation itself.</summary>
internal static class SystemAlarmTexts
{
    public static readonly IReadOnlyDictionary<AlarmKind, AlarmText> All = new Dictionary<AlarmKind, AlarmText>
    {
        [AlarmKind.SensorLost] = new(
            new("Sonde muette ou en court-circuit", "Sensor silent or short-circuited"),
            new("L'automate règle sans cette mesure : le confort peut en souffrir.", "The controller works without this measure: comfort may suffer."),
            new("Vérifier le câble et la sonde à l'ohmmètre.", "Check the cable, and the sensor with an ohmmeter.")),
        [AlarmKind.ImpossibleValue] = new(
            new("Valeurs douteuses depuis plus d'une heure", "Doubtful values for over an hour"),
            new("Rien de sensible ; ces valeurs ne servent à aucune décision.", "Nothing to feel; these values decide nothing."),
            new("Comparer la mesure avec un appareil sûr, sur place.", "Compare the measure with a trusted instrument, on site.")),
        [AlarmKind.GatewaySilent] = new(
            new("Plus aucune nouvelle de la passerelle", "Nothing heard from the gateway"),
            new("Le chauffage continue sur son propre programme, mais personne ne le voit d'ici.", "Heating goes on with its own programme, but nobody sees it from here."),
            new("Vérifier le courant et le réseau du bâtiment, puis la passerelle.", "Check the building's power and network, then the gateway.")),
        [AlarmKind.ClockUncertain] = new(
            new("Heure de la passerelle incertaine", "The gateway's clock is not certain"),
            new("Rien de sensible ; aucun changement programmé n'est écrit tant que l'heure n'est pas sûre.", "Nothing to feel; no scheduled change is written until the time is certain."),
            new("Vérifier que la passerelle atteint un serveur de temps (NTP).", "Check that the gateway reaches a time server (NTP).")),
        [AlarmKind.MaintenanceDue] = new(
            new("Entretien à faire", "Maintenance due"),
            new("Rien de sensible.", "Nothing to feel."),
            new("Prendre rendez-vous avec le mainteneur.", "Make an appointment with the maintainer.")),
        [AlarmKind.SensorsDisagree] = new(
            new("Sonde extérieure en désaccord avec ses voisines : {0} contre {1}", "Outdoor sensor at odds with its neighbours: {0} against {1}"),
            new("Le bâtiment peut être trop ou pas assez chauffé.", "The building may be heated too much or too little."),
            new("Vérifier que la sonde est à l'ombre, loin d'une bouche d'air.", "Check that the sensor hangs in the shade, away from an air outlet.")),
        [AlarmKind.Intrusion] = new(
            new("Porte de la chaufferie ouverte", "Door of the boiler room open"),
            new("Rien de sensible ; le local n'est plus fermé au public.", "Nothing to feel; the room is no longer closed to the public."),
            new("Appeler le site, sinon s'y rendre.", "Call the site, else go there.")),
        [AlarmKind.BackupPower] = new(
            new("Alimentation de secours de la passerelle en défaut", "The gateway's backup power is in fault"),
            new("Rien de sensible ; à la prochaine coupure le site ne serait plus vu.", "Nothing to feel; at the next power cut the site would not be seen."),
            new("Vérifier l'onduleur et sa batterie.", "Check the UPS and its battery.")),
        [AlarmKind.CentreCut] = new(
            new("Ce serveur ne reçoit plus rien d'aucun site", "This server no longer hears any site"),
            new("Les bâtiments continuent seuls. Personne ne les voit d'ici.", "The buildings go on by themselves. Nobody sees them from here."),
            new("Vérifier le courtier MQTT et le réseau du serveur.", "Check the MQTT broker and the server's network.")),
        [AlarmKind.DeviceSilent] = new(
            new("Appareil muet, ou qui n'envoie rien de croyable", "Device silent, or sending nothing believable"),
            new("Ce que cet appareil mesure manque dans les chiffres, et ses pannes ne se voient pas.", "What this device measures is missing from the figures, and its faults cannot be seen."),
            new("Vérifier son alimentation, son câble ou son réseau, puis ce qu'il publie.", "Check its power, its cable or network, then what it publishes.")),
    };
}
