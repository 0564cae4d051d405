using Telemetry.Model.Alarms;

namespace Telemetry.Dashboard.Alarms;

/// <summary>Words about what is dangerous and about the boiler, its burner, its pump and its water.</summary>
internal static class BoilerAlarmTexts
{
    public static readonly IReadOnlyDictionary<AlarmKind, AlarmText> All = new Dictionary<AlarmKind, AlarmText>
    {
        [AlarmKind.SafetyTrip] = new(
            new("Sécurité de la chaudière déclenchée (surchauffe ou pression)", "Boiler safety limiter tripped (overheating or pressure)"),
            new("Plus de chauffage ni d'eau chaude. La chaudière ne redémarre pas seule, et rien ne la redémarre à distance.", "No heating and no hot water. The boiler does not restart by itself, and nothing restarts it from afar."),
            new("Se rendre sur place. Chercher la cause avant de réarmer : circulation d'eau, pompe, pression.", "Go there. Find the cause before resetting: water circulation, pump, pressure.")),
        [AlarmKind.BurnerFault] = new(
            new("Brûleur ou automate en défaut", "Burner or controller in fault"),
            new("Le chauffage et l'eau chaude baissent peu à peu. Aucun redémarrage n'est tenté à distance.", "Heating and hot water fade little by little. No restart is tried from afar."),
            new("Lire le code de défaut sur place. Vérifier l'arrivée de gaz, la pression d'eau et l'électrode d'allumage.", "Read the fault code on site. Check the gas supply, the water pressure and the ignition electrode.")),
        [AlarmKind.GasDetected] = new(
            new("Gaz ou monoxyde de carbone détecté", "Gas or carbon monoxide detected"),
            new("Danger pour les personnes.", "Danger to people."),
            new("Faire évacuer et appeler le 18 ou le 112, puis le 0 800 47 33 33 (Urgence Sécurité Gaz). Ne rien allumer ni éteindre. La vanne câblée a coupé le gaz.", "Have the building evacuated and call 18 or 112, then 0 800 47 33 33 (gas emergency). Switch nothing on or off. The hard-wired valve has cut the gas.")),
        [AlarmKind.WaterLeak] = new(
            new("Fuite d'eau en chaufferie", "Water leak in the boiler room"),
            new("Dégâts possibles dans le local ; le chauffage s'arrête si la pression tombe.", "Damage possible in the room; heating stops if the pressure falls."),
            new("Se rendre sur place, trouver la fuite et fermer la vanne qui l'alimente.", "Go there, find the leak and close the valve that feeds it.")),
        [AlarmKind.LowPressure] = new(
            new("Pression d'eau basse", "Water pressure low"),
            new("Des radiateurs restent froids ; sous 0,8 bar la chaudière s'arrête.", "Some radiators stay cold; under 0.8 bar the boiler stops."),
            new("Lire le manomètre, faire l'appoint, puis chercher la fuite.", "Read the gauge, top up, then look for the leak.")),
        [AlarmKind.MakeUpWater] = new(
            new("Appoint d'eau anormal", "Unusual make-up water"),
            new("Rien de sensible aujourd'hui, mais une fuite est probable : boues et corrosion suivent.", "Nothing to feel today, but a leak is likely: sludge and corrosion follow."),
            new("Relever le compteur d'appoint deux jours de suite. Inspecter purgeurs, soupapes et vase d'expansion.", "Read the make-up meter two days running. Inspect vents, valves and the expansion vessel.")),
        [AlarmKind.FlowTooHot] = new(
            new("Eau de départ trop chaude", "Flow water too hot"),
            new("Radiateurs brûlants, ou sol abîmé si le chauffage passe par le plancher.", "Radiators that burn, or a damaged floor where heating runs under it."),
            new("Vérifier que la vanne de mélange n'est pas restée ouverte. Laisser la pompe en marche.", "Check that the mixing valve is not stuck open. Leave the pump running.")),
        [AlarmKind.FlowTooCold] = new(
            new("Eau de départ trop froide pour ce qui est demandé", "Flow water too cold for what is asked"),
            new("Les locaux ne chauffent pas assez.", "Rooms do not get warm enough."),
            new("Vérifier que le brûleur tourne, que la vanne de mélange s'ouvre et que la pression d'eau est bonne.", "Check that the burner runs, that the mixing valve opens and that the water pressure is right.")),
        [AlarmKind.FrostRisk] = new(
            new("Risque de gel : {0}", "Risk of frost: {0}"),
            new("Des canalisations peuvent geler et éclater dans les heures qui viennent.", "Pipes may freeze and burst within hours."),
            new("Se rendre sur place. Remettre le chauffage en route ou mettre hors d'eau ce qui peut geler.", "Go there. Get the heating going or drain what may freeze.")),
        [AlarmKind.FrostProtectionOff] = new(
            new("Protection contre le gel suspendue alors qu'il fait {0} dehors", "Frost protection suspended while it is {0} outdoors"),
            new("Si rien ne change, les canalisations peuvent geler.", "If nothing changes, pipes may freeze."),
            new("La mise en sécurité ne se lève que sur place. Se rendre sur place ou vidanger.", "The safe state is released on site only. Go there or drain.")),
        [AlarmKind.SafeState] = new(
            new("Chaufferie mise en sécurité", "Boiler room put in safety"),
            new("Plus de chauffage, et plus de protection contre le gel, jusqu'à ce que quelqu'un la lève sur place.", "No heating, and no frost protection, until somebody on site releases it."),
            new("Régler sur place ce qui l'a fait demander, puis la lever là-bas. S'il va geler avant, vidanger.", "On site, put right what it was asked for, then release it there. If frost comes before, drain.")),
        [AlarmKind.PumpFault] = new(
            new("Pompe en défaut ou à l'arrêt alors qu'elle est demandée", "Pump in fault, or stopped while it is asked for"),
            new("La chaleur n'arrive plus dans les locaux.", "Heat no longer reaches the rooms."),
            new("Vérifier le disjoncteur et la rotation de la pompe. Passer sur la pompe de secours s'il y en a une.", "Check the breaker and that the pump turns. Switch to the spare pump if there is one.")),
        [AlarmKind.ValveStuck] = new(
            new("Vanne bloquée : elle bouge et l'eau ne suit pas", "Valve stuck: it moves and the water does not follow"),
            new("La température des locaux n'est plus réglée : trop chaud ou trop froid.", "Room temperature is no longer controlled: too warm or too cold."),
            new("Manœuvrer la vanne à la main. Vérifier l'accouplement du servomoteur.", "Move the valve by hand. Check the actuator's coupling.")),
        [AlarmKind.ShortCycling] = new(
            new("Brûleur qui démarre trop souvent : {0} démarrages", "Burner starts too often: {0} starts"),
            new("Rien de sensible ; usure et gaz gaspillé.", "Nothing to feel; wear and wasted gas."),
            new("Allonger l'arrêt minimal du brûleur et vérifier que la courbe de chauffe n'est pas trop haute.", "Lengthen the burner's minimum stop and check that the heating curve is not too high.")),
        [AlarmKind.ReturnTooWarm] = new(
            new("Retour trop chaud pour condenser : {0} du temps de marche", "Return too warm to condense: {0} of the burning time"),
            new("Rien de sensible ; la chaudière consomme plus que nécessaire.", "Nothing to feel; the boiler uses more than it needs."),
            new("Baisser la courbe de chauffe. Chercher un mélange entre départ et retour.", "Lower the heating curve. Look for flow water mixing into the return.")),
        [AlarmKind.FuelLow] = new(
            new("Combustible bas : {0}", "Fuel low: {0}"),
            new("Rien pour l'instant ; plus de chauffage quand la cuve sera vide.", "Nothing yet; no heating once the tank is empty."),
            new("Lire le niveau sur la cuve et commander la livraison.", "Read the level on the tank and order a delivery.")),
        [AlarmKind.MainsLost] = new(
            new("Coupure de courant en chaufferie", "Mains lost in the boiler room"),
            new("Chauffage et eau chaude à l'arrêt tant que le courant manque.", "Heating and hot water stopped until power is back."),
            new("Voir si tout le bâtiment est coupé, puis le disjoncteur de la chaufferie.", "See whether the whole building is out, then the breaker of the boiler room.")),
        [AlarmKind.EfficiencyDrift] = new(
            new("Rendement en baisse : {0} de gaz de plus que ce que la météo explique", "Efficiency falling: {0} more gas than the weather explains"),
            new("Rien de sensible ; la facture monte.", "Nothing to feel; the bill rises."),
            new("Chercher une consigne changée ou une marche forcée, puis faire contrôler la combustion et l'encrassement.", "Look for a changed set point or a forced mode, then have the combustion and fouling checked.")),
    };
}
