using Telemetry.Dashboard.Wording;

namespace Telemetry.Dashboard.Alarms;

/// <summary>Words of messages about alarms.</summary>
internal static class MessageWords
{
    public static readonly Phrase One = new("{0} — {1} : {2}", "{0} — {1}: {2}");
    public static readonly Phrase Many = new("{0} — {1} alarmes", "{0} — {1} alarms");
    public static readonly Phrase OneRestored = new("Revenue à la normale — {0} : {1}", "Back to normal — {0}: {1}");
    public static readonly Phrase ManyRestored = new("Revenues à la normale — {0} alarmes", "Back to normal — {0} alarms");
    public static readonly Phrase Colon = new(" : ", ": ");
    public static readonly Phrase Footer = new("Vous recevez ce message parce que vous êtes d'astreinte. « Prendre en charge » sur la page arrête les appels.", "You get this message because you are on call. “Take charge” on the page stops the calls.");
}
