using System.Globalization;
using System.Text.Json;
using Telemetry.Model.Control;

namespace Telemetry.Dashboard.Boilers;

/// <summary>What a person read over, sealed by the server: it can be sent once, by that person, for that boiler room, while it is fresh.</summary>
/// <param name="Order">The name the order will have: sent twice, it is one order.</param>
/// <param name="By">Who read it over.</param>
/// <param name="Room">Key of the boiler room.</param>
/// <param name="Value">Temperature, °C.</param>
/// <param name="Until">Its end, UTC.</param>
/// <param name="Reason">Why.</param>
/// <param name="After">The newest order of the boiler room when it was read over; empty for none.</param>
/// <param name="MadeAt">When, by the real clock.</param>
internal sealed record OrderTicket(Guid Order, string By, string Room, double Value, DateTimeOffset Until, string Reason, Guid After, DateTimeOffset MadeAt)
{
    /// <summary>For how long what was read over can be sent.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    /// <summary>Minutes of <see cref="Life"/>, as printed.</summary>
    public static string Minutes => Life.TotalMinutes.ToString(CultureInfo.InvariantCulture);

    /// <summary>What kind of order it is; the value of a forced mode is its number, that of a mise en sécurité says nothing.</summary>
    public OrderKind Kind { get; init; }

    public string ToText() => JsonSerializer.Serialize(this);

    public static OrderTicket? Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<OrderTicket>(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
