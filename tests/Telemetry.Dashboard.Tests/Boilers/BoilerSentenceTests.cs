using Telemetry.Dashboard.Boilers;
using Telemetry.Dashboard.Wording;
using Telemetry.Model.Control;
using Telemetry.Model.Sites;

namespace Telemetry.Dashboard.Tests.Boilers;

/// <summary>The golden sentences of a boiler room.</summary>
public sealed class BoilerSentenceTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 13, 2, 0, TimeSpan.Zero);

    private static readonly BoilerFacts Well = new()
    {
        Now = Now,
        Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"),
        GatewaySince = Now.AddHours(-8),
        LastHeard = Now,
        Mode = HeatingMode.Automatic,
        PumpRuns = true,
        Flow = 52.34,
        FlowSetpoint = 62,
        Room = 19.4,
        RoomSetpoint = 19,
    };

    private static readonly Order Held = new()
    {
        Id = Guid.Empty, Kind = OrderKind.Override, Point = new PointId(new EquipmentId("v", "g", "d"), "room.temperature.sp"), Value = 21,
        Until = Now.AddHours(2), RequestedAt = Now, ExpiresAt = Now, By = "m. petit", Reason = "",
    };

    private static readonly BoilerFacts Occupied = Well with
    {
        Level = LadderLevel.Week, Wanted = HeatingMode.Comfort, Next = new NextChange(Now.AddHours(4.5).AddMinutes(-2), HeatingMode.Reduced, 16),
    };

    private static readonly BoilerFacts Night = Occupied with
    {
        Wanted = HeatingMode.Reduced, PumpRuns = false, RoomSetpoint = 16, Next = new NextChange(Now.AddHours(18).AddMinutes(-2), HeatingMode.Comfort, 19),
    };

    private static readonly Dictionary<string, BoilerFacts> Cases = new(StringComparer.Ordinal)
    {
        ["well"] = Well,
        ["idle"] = Well with { PumpRuns = false },
        ["pump unknown"] = Well with { PumpRuns = null, RoomSetpoint = null },
        ["no room"] = Well with { Room = null },
        ["comfort"] = Well with { Mode = HeatingMode.Comfort },
        ["reduced"] = Well with { Mode = HeatingMode.Reduced },
        ["frost"] = Well with { Mode = HeatingMode.Frost, Room = 9, RoomSetpoint = 8 },
        ["standby"] = Well with { Mode = HeatingMode.Standby, Room = 12 },
        ["manual"] = Well with { Mode = HeatingMode.Manual },
        ["mode unknown"] = Well with { Mode = null },
        ["offline"] = Well with { GatewayOnline = false, FaultSince = Now },
        ["never heard"] = Well with { LastHeard = null, Silent = true },
        ["silent"] = Well with { Silent = true, LastHeard = Now.AddHours(-20) },
        ["fault"] = Well with { FaultSince = Now.AddHours(-7), Room = 4, RoomTrend = -0.5 },
        ["room frost"] = Well with { Room = 4.8 },
        ["water frost"] = Well with { Flow = 3.2 },
        ["held"] = Well with { Held = Held, HeldAt = 21 },
        ["held over a programme"] = Occupied with { Level = LadderLevel.Forced, Held = Held, HeldAt = 21, After = new NextChange(Held.Until, HeatingMode.Reduced, 16) },
        ["occupied"] = Occupied,
        ["night"] = Night,
        ["weekend"] = Night with { PumpRuns = null, Next = new NextChange(Now.AddHours(42).AddMinutes(-2), HeatingMode.Comfort, 19) },
        ["exception"] = Occupied with { Level = LadderLevel.Exception, Next = new NextChange(Now.AddHours(8).AddMinutes(-2), HeatingMode.Reduced, 16) },
        ["closed"] = Night with { Level = LadderLevel.Closed, Wanted = HeatingMode.Frost, Room = 11, RoomSetpoint = 8, Next = null },
        ["protection"] = Well with { Level = LadderLevel.Protection, Wanted = HeatingMode.Frost, Room = 11, RoomSetpoint = 8 },
        ["safety told"] = Well with { Level = LadderLevel.SafeState },
        ["warming up for a programme"] = Occupied with { Room = 16.5 },
        ["cooling"] = Well with { Room = 15.2, FallsShort = true, RoomTrend = -0.5 },
        ["warming up"] = Well with { Room = 16.5 },
        ["not following"] = Well with { Room = 15.2, FallsShort = true },
    };

    [Theory]
    [InlineData("well", "Normal", "Chauffe en marche, en automatique. Il fait 19,4 °C pour 19,0 °C demandés.", "Heating, on its programme. It is 19.4 °C for 19.0 °C asked.")]
    [InlineData("idle", "Normal", "En automatique, pas de demande de chauffe. Il fait 19,4 °C pour 19,0 °C demandés.", "On its programme, no heat asked for. It is 19.4 °C for 19.0 °C asked.")]
    [InlineData("pump unknown", "Normal", "En automatique. Il fait 19,4 °C.", "On its programme. It is 19.4 °C.")]
    [InlineData("no room", "Normal", "Chauffe en marche, en automatique.", "Heating, on its programme.")]
    [InlineData("comfort", "Normal", "Automate réglé sur Confort en permanence. Il fait 19,4 °C pour 19,0 °C demandés.", "Controller set to Comfort at all times. It is 19.4 °C for 19.0 °C asked.")]
    [InlineData("reduced", "Normal", "Automate réglé sur Réduit en permanence. Il fait 19,4 °C pour 19,0 °C demandés.", "Controller set to Reduced at all times. It is 19.4 °C for 19.0 °C asked.")]
    [InlineData("frost", "Normal", "Hors-gel : seule la protection contre le gel est active. Il fait 9,0 °C pour 8,0 °C demandés.", "Frost protection only. It is 9.0 °C for 8.0 °C asked.")]
    [InlineData("standby", "Normal", "À l'arrêt, protection hors-gel active. Il fait 12,0 °C pour 19,0 °C demandés.", "Off, frost protection alive. It is 12.0 °C for 19.0 °C asked.")]
    [InlineData("manual", "Watch", "Mode manuel sur place : la personne devant l'automate décide. Il fait 19,4 °C pour 19,0 °C demandés.", "Manual mode on site: the person at the controller decides. It is 19.4 °C for 19.0 °C asked.")]
    [InlineData("mode unknown", "Normal", "L'automate ne dit pas son mode. Il fait 19,4 °C pour 19,0 °C demandés.", "The controller does not tell its mode. It is 19.4 °C for 19.0 °C asked.")]
    [InlineData("offline", "Alarm", "Passerelle hors réseau depuis 06:02 : l'automate continue seul, rien ne peut être commandé d'ici.", "Gateway off the network since 06:02: the controller goes on alone, nothing can be ordered from here.")]
    [InlineData("never heard", "Watch", "Aucune valeur reçue de l'automate pour l'instant.", "No value received from the controller yet.")]
    [InlineData("silent", "Alarm", "L'automate ne répond plus depuis hier 18:02.", "The controller has not answered since yesterday 18:02.")]
    [InlineData("fault", "Alarm", "Défaut signalé par l'automate depuis 07:02. Départ 52,3 °C, consigne 62,0 °C. Rien ne redémarre d'ici : quelqu'un doit y aller. Au rythme des deux dernières heures, il fera 2,5 °C à 17:02.", "Fault reported by the controller since 07:02. Flow 52.3 °C, set point 62.0 °C. Nothing restarts from here: somebody must go there. At the rate of the last two hours it will be 2.5 °C at 17:02.")]
    [InlineData("room frost", "Alarm", "Risque de gel : 4,8 °C dans les locaux.", "Risk of frost: 4.8 °C in the rooms.")]
    [InlineData("water frost", "Alarm", "Risque de gel : eau de départ à 3,2 °C.", "Risk of frost: flow water at 3.2 °C.")]
    [InlineData("held", "Watch", "Forcé à 21,0 °C jusqu'à 16:02 par m. petit. Il fait 19,4 °C pour 19,0 °C demandés. Ensuite, retour à l'automatique.", "Held at 21.0 °C until 16:02 by m. petit. It is 19.4 °C for 19.0 °C asked. Then back to automatic.")]
    [InlineData("held over a programme", "Watch", "Forcé à 21,0 °C jusqu'à 16:02 par m. petit. Il fait 19,4 °C pour 19,0 °C demandés. Ensuite, programme Réduit (16,0 °C).", "Held at 21.0 °C until 16:02 by m. petit. It is 19.4 °C for 19.0 °C asked. Then programme Reduced (16.0 °C).")]
    [InlineData("occupied", "Normal", "Chauffe en marche, programme Occupé. Il fait 19,4 °C pour 19,0 °C demandés. Réduit (16,0 °C) à 18:30.", "Heating, programme Occupied. It is 19.4 °C for 19.0 °C asked. Reduced (16.0 °C) at 18:30.")]
    [InlineData("night", "Normal", "Programme Réduit, pas de demande de chauffe. Il fait 19,4 °C pour 16,0 °C demandés. Occupé (19,0 °C) demain à 08:00.", "Programme Reduced, no heat asked for. It is 19.4 °C for 16.0 °C asked. Occupied (19.0 °C) tomorrow at 08:00.")]
    [InlineData("weekend", "Normal", "Programme Réduit. Il fait 19,4 °C pour 16,0 °C demandés. Occupé (19,0 °C) mardi à 08:00.", "Programme Reduced. It is 19.4 °C for 16.0 °C asked. Occupied (19.0 °C) Tuesday at 08:00.")]
    [InlineData("exception", "Normal", "Chauffe en marche, programme Occupé. Une exception est en cours. Il fait 19,4 °C pour 19,0 °C demandés. Réduit (16,0 °C) à 22:00.", "Heating, programme Occupied. An exception is under way. It is 19.4 °C for 19.0 °C asked. Reduced (16.0 °C) at 22:00.")]
    [InlineData("closed", "Normal", "Programme Hors-gel, pas de demande de chauffe. Jour de fermeture ou de congé. Il fait 11,0 °C pour 8,0 °C demandés. Aucun changement prévu.", "Programme Frost protection, no heat asked for. Closed, or a holiday. It is 11.0 °C for 8.0 °C asked. No change planned.")]
    [InlineData("protection", "Normal", "Chauffe en marche, programme Hors-gel. Une protection de la chaufferie décide. Il fait 11,0 °C pour 8,0 °C demandés.", "Heating, programme Frost protection. A protection of the plant decides. It is 11.0 °C for 8.0 °C asked.")]
    [InlineData("safety told", "Alarm", "Mise en sécurité : aucune chauffe, seule une personne sur place peut la lever. Il fait 19,4 °C pour 19,0 °C demandés.", "Put in safety: no heat, only somebody on site can release it. It is 19.4 °C for 19.0 °C asked.")]
    [InlineData("warming up for a programme", "Normal", "Mise en chauffe : il fait 16,5 °C pour 19,0 °C demandés. Réduit (16,0 °C) à 18:30.", "Warming up: it is 16.5 °C for 19.0 °C asked. Reduced (16.0 °C) at 18:30.")]
    [InlineData("cooling", "Watch", "Il fait 15,2 °C pour 19,0 °C demandés depuis plus de deux heures : la chaufferie ne suit pas. Au rythme des deux dernières heures, il fera 13,7 °C à 17:02.", "It is 15.2 °C for 19.0 °C asked for over two hours: the boiler room does not keep up. At the rate of the last two hours it will be 13.7 °C at 17:02.")]
    [InlineData("warming up", "Normal", "Mise en chauffe : il fait 16,5 °C pour 19,0 °C demandés.", "Warming up: it is 16.5 °C for 19.0 °C asked.")]
    [InlineData("not following", "Watch", "Il fait 15,2 °C pour 19,0 °C demandés depuis plus de deux heures : la chaufferie ne suit pas.", "It is 15.2 °C for 19.0 °C asked for over two hours: the boiler room does not keep up.")]
    public void Of_EachSituation_SaysTheSentence(string situation, string urgency, string french, string english)
    {
        var said = BoilerSentence.Of(Cases[situation], Language.French);

        Assert.Equal(urgency, said.Urgency.ToString());
        Assert.Equal(french, Html.Text(said.Text));
        Assert.Equal(english, Html.Text(BoilerSentence.Of(Cases[situation], Language.English).Text));
    }
}
