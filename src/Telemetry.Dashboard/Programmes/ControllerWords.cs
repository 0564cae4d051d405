using Telemetry.Dashboard.Wording;
using Telemetry.Model.Settings;

namespace Telemetry.Dashboard.Programmes;

/// <summary>Words about the settings that a local controller has, and those that the gateway keeps there.</summary>
internal static class ControllerWords
{
    public static readonly Phrase Has = new("Dans l'automate : {0}, lu à {1}.", "In the controller: {0}, read at {1}.");
    public static readonly Phrase NotRead = new("Dans l'automate : pas encore lu.", "In the controller: not read yet.");
    public static readonly Phrase Keep = new("{0} : tenu dans l'automate par la passerelle", "{0}: kept in the controller by the gateway");
    public static readonly Phrase CurveNote = new("Case cochée, la passerelle écrit la valeur dans l'automate et la relit ; ce qui est changé sur place y reste et se dit ici. Case décochée, l'automate retrouve sa valeur d'avant. Le reste dit le départ qu'il devrait demander, pour comparer.", "Ticked, the gateway writes the value into the controller and reads it back; what is changed on site stays there and is told here. Unticked, the controller has its former value again. The rest says what flow it should ask for, to compare.");
    public static readonly Phrase HotWaterNote = new("Case cochée, la passerelle tient le ballon et fait les chocs thermiques : aux jours dits, une seconde fois si l'un a échoué, et la veille d'une réouverture après une semaine. La règle du jour est jugée sur les sondes.", "Ticked, the gateway keeps the tank and makes the legionella runs: on the days set, once more if one failed, and before reopening after a week. Each day is judged by the sensors.");
    public static readonly Phrase FromNow = new("{0} : {1}, tenu désormais dans l'automate (il a {2})", "{0}: {1}, kept in the controller from now on (it has {2})");
    public static readonly Phrase Again = new("{0} : {1}, écrit de nouveau dans l'automate (il a {2})", "{0}: {1}, written into the controller again (it has {2})");
    public static readonly Phrase NoMore = new("{0} : rendu à l'automate, avec sa valeur d'avant", "{0}: given back to the controller, with its former value");
    public static readonly Phrase OutOfReach = new("Dans cet automate, de {0} à {1}.", "In this controller, {0} to {1}.");
    public static readonly Phrase RunNow = new("Choc thermique en cours.", "A legionella run is under way.");
    public static readonly Phrase RunMet = new("Dernier choc thermique de la passerelle : atteint.", "The gateway's last legionella run: achieved.");
    public static readonly Phrase RunNotMet = new("Dernier choc thermique de la passerelle : non atteint en quatre heures.", "The gateway's last legionella run: not achieved within four hours.");
    public static readonly Phrase RunNotMeasured = new("Dernier choc thermique de la passerelle : non mesuré, aucune sonde de ballon.", "The gateway's last legionella run: not measured, no tank sensor.");
    public static readonly Phrase PumpTurned = new("La pompe a tourné dans les sept derniers jours.", "The pump has turned within the last seven days.");
    public static readonly Phrase PumpStood = new("La pompe n'a pas tourné depuis sept jours ou plus : vérifiez le dégommage de l'automate.", "The pump has not turned for seven days or more: check the controller's anti-seize.");

    public static readonly IReadOnlyDictionary<KeptState, Phrase> States = new Dictionary<KeptState, Phrase>
    {
        [KeptState.None] = new("L'automate garde la sienne.", "The controller keeps its own."),
        [KeptState.Kept] = new("Écrit et relu.", "Written and read back."),
        [KeptState.Waiting] = new("Pas encore écrit : la passerelle essaie de nouveau.", "Not written yet: the gateway tries again."),
        [KeptState.ChangedOnSite] = new("Changé sur place, laissé ainsi : renvoyez pour l'écrire de nouveau, ou décochez.", "Changed on site, left so: send again to write it anew, or untick."),
    };
}
