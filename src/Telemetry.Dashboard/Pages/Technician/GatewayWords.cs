using Telemetry.Dashboard.Wording;

namespace Telemetry.Dashboard.Pages.Technician;

/// <summary>Words of the page about the gateways themselves.</summary>
internal static class GatewayWords
{
    public static readonly Phrase Title = new("Passerelles", "Gateways");
    public static readonly Phrase Lead = new("Ce que chaque passerelle dit d'elle-même : est-elle là, que lui reste-t-il à envoyer, qu'a-t-elle reçu d'incompréhensible ?", "What each gateway says of itself: is it there, what has it still to send, what did it receive and not understand?");
    public static readonly Phrase None = new("Aucune passerelle ne s'est encore annoncée.", "No gateway has announced itself yet.");
    public static readonly Phrase Table = new("Les passerelles", "The gateways");
    public static readonly Phrase Gateway = new("Passerelle", "Gateway");
    public static readonly Phrase State = new("État", "State");
    public static readonly Phrase Online = new("en ligne depuis {0}", "online since {0}");
    public static readonly Phrase Offline = new("hors réseau depuis {0}", "offline since {0}");
    public static readonly Phrase Waiting = new("Envois en attente", "Waiting to be sent");
    public static readonly Phrase Refused = new("Messages illisibles", "Unreadable messages");
    public static readonly Phrase Unknown = new("inconnu", "unknown");
    public static readonly Phrase Help = new("Un message illisible n'arrête rien : il est compté, et le journal de la passerelle dit de quel capteur il vient. Les envois en attente partent d'eux-mêmes au retour du réseau.", "An unreadable message stops nothing: it is counted, and the gateway's log says which sensor it came from. What waits is sent by itself when the network is back.");
}
