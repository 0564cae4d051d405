using Microsoft.AspNetCore.DataProtection;
using Telemetry.Dashboard.Boilers;
using Telemetry.Dashboard.Tests.Canned;
using Telemetry.Dashboard.Wording;
using Telemetry.Model.Sites;

namespace Telemetry.Dashboard.Tests.Boilers;

/// <summary>What was read over can be sent while it is fresh, and by nobody else.</summary>
public sealed class OrderTicketTests
{
    private static readonly Noon Clock = new();
    private static readonly BoilerRoom Room = new()
    {
        Equipment = new Equipment { Id = Valmont.BoilerOf("gw-ecole"), BuildingId = "ecole-jules-ferry", Name = "Chaufferie", Kind = EquipmentKind.BoilerRoom, Model = "" },
        Building = Valmont.School,
        Facts = new BoilerFacts { Now = Clock.Now, Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris") },
    };

    [Theory]
    [InlineData(4, null)]
    [InlineData(6, "Cette relecture a plus de 5 minutes et l'état a pu changer : rien n'a été envoyé. Relisez.")]
    public void Objection_ByTheAgeOfTheReading(int minutes, string? said)
    {
        var ticket = new OrderTicket(Guid.NewGuid(), "technicien", Room.Key, 20, Clock.Now.AddHours(1), "", Guid.Empty, TimeProvider.System.GetUtcNow().AddMinutes(-minutes));

        Assert.Equal(said, Tickets().Objection(ticket, Room, Language.French));
    }

    [Fact]
    public void Open_ByAnotherPerson_IsNothing()
    {
        var tickets = Tickets();
        var sealedText = tickets.Make(new OrderDraft(20, new EndChoice("1h", Clock.Now.AddHours(1), ""), "", null), Room, "technicien");

        Assert.NotNull(tickets.Open(sealedText, Room, "technicien"));
        Assert.Null(tickets.Open(sealedText, Room, "camille"));
        Assert.Null(tickets.Open("rubbish", Room, "technicien"));
    }

    private static OrderTickets Tickets() => new(new EphemeralDataProtectionProvider(), new Orders(Clock, new Valmont(Clock)));
}
