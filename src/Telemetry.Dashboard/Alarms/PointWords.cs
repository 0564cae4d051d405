using Telemetry.Dashboard.Wording;

namespace Telemetry.Dashboard.Alarms;

/// <summary>Points that alarms name, in people's words; another is named as on the wire.</summary>
internal static class PointWords
{
    public static readonly IReadOnlyDictionary<string, Phrase> All = new Dictionary<string, Phrase>(StringComparer.Ordinal)
    {
        ["flow.temperature"] = new("sonde de départ", "flow sensor"),
        ["return.temperature"] = new("sonde de retour", "return sensor"),
        ["room.temperature"] = new("sonde d'ambiance", "room sensor"),
        ["outdoor.temperature"] = new("sonde extérieure", "outdoor sensor"),
        ["programme.kept.curve.slope"] = new("pente de la courbe de chauffe", "slope of the heating curve"),
        ["programme.kept.curve.level"] = new("décalage de la courbe de chauffe", "shift of the heating curve"),
        ["programme.kept.dhw.temperature.sp"] = new("consigne du ballon d'eau chaude", "set point of the hot water tank"),
        ["dhw.temperature"] = new("sonde d'eau chaude", "hot water sensor"),
    };

    public static string Of(string point, Language language) => All.TryGetValue(point, out var phrase) ? language.Say(phrase) : point;
}
