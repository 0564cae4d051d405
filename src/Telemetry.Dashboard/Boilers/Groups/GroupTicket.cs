using System.Text.Json;

namespace Telemetry.Dashboard.Boilers.Groups;

/// <summary>What a person read over for several boiler rooms, sealed by the server: it can be sent once, by that person, while it is fresh.</summary>
/// <param name="Id">The name the group will have.</param>
/// <param name="By">Who read it over.</param>
/// <param name="Rooms">Keys of the boiler rooms that were ready, in their order.</param>
/// <param name="Mode">Number of the mode.</param>
/// <param name="Until">Its end, UTC.</param>
/// <param name="Reason">Why.</param>
/// <param name="MadeAt">When, by the real clock.</param>
internal sealed record GroupTicket(Guid Id, string By, IReadOnlyList<string> Rooms, int Mode, DateTimeOffset Until, string Reason, DateTimeOffset MadeAt)
{
    public string ToText() => JsonSerializer.Serialize(this);

    public static GroupTicket? Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<GroupTicket>(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
