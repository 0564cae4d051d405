using System.Globalization;
using Telemetry.Gateway.Tests.Control.Histories;
using Telemetry.Gateway.Tests.Control.Programmes;
using Telemetry.Messaging.Sparkplug;
using Telemetry.Model.Control;

namespace Telemetry.Gateway.Tests.Control.Boilers;

/// <summary>S11 with real desks and a controller that is asked every second: least times are counted from changes, not from the last reading.</summary>
public sealed class LeastTimesTests
{
    private readonly Dictionary<string, double> _senses = new(StringComparer.Ordinal) { ["room.temperature"] = 18, ["outdoor.temperature"] = 2 };

    [Fact]
    public void Order_OwnBurner_WaitsForAYoungStop_AndForNothingElse()
    {
        using var school = Room(RoomKind.OwnBurner);
        _senses["burner.state"] = 0;
        school.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal((OrderState.Confirmed, Refusal.None), Ask(school, 20));

        _senses["burner.state"] = 1;
        school.Pass(TimeSpan.FromMinutes(10));
        _senses["burner.state"] = 0;
        school.Pass(TimeSpan.FromMinutes(1));
        school.Pass(TimeSpan.FromMinutes(2));
        Assert.Equal((OrderState.Refused, Refusal.EquipmentWait), Ask(school, 21));
        Assert.Equal((OrderState.Confirmed, Refusal.None), Ask(school, 17.5));

        school.Pass(TimeSpan.FromMinutes(6));
        Assert.Equal((OrderState.Confirmed, Refusal.None), Ask(school, 21));
    }

    [Fact]
    public void Programme_BoilersBehindTheController_TheNightWaitsForAYoungBurner()
    {
        using var school = Room(RoomKind.AsShipped);
        _senses["power.percent"] = 0;
        school.Send(SchoolProgramme.First);
        school.Pass(TimeSpan.FromMinutes(299));
        Assert.Equal(4, school.Plant.Holding[CannedPlant.Mode]);

        // 17:59 local: a boiler starts. The night, due at 18:00, comes when it has run its five minutes.
        _senses["power.percent"] = 60;
        school.Pass(TimeSpan.FromSeconds(10));
        school.Pass(TimeSpan.FromMinutes(2));
        Assert.Equal((4, (int)LadderLevel.Equipment), (school.Plant.Holding[CannedPlant.Mode], (int)school.Told("level")));

        school.Pass(TimeSpan.FromMinutes(4));
        Assert.Equal(5, school.Plant.Holding[CannedPlant.Mode]);
    }

    [Fact]
    public void Order_BoilersBehindTheController_AreTheirOwnMasters()
    {
        using var school = Room(RoomKind.AsShipped);
        _senses["power.percent"] = 60;
        school.Pass(TimeSpan.FromMinutes(1));
        _senses["power.percent"] = 0;
        school.Pass(TimeSpan.FromMinutes(1));

        Assert.Equal((OrderState.Confirmed, Refusal.None), Ask(school, 21));
    }

    /// <summary>S23: no heat is asked of boilers that are all in fault.</summary>
    [Fact]
    public void Order_EveryBoilerTellsAFault_Refused()
    {
        using var school = Room(RoomKind.AsShipped);
        (_senses["power.percent"], _senses["fault.code"]) = (0, 26);
        Assert.Equal((OrderState.Refused, Refusal.PlantFault), Ask(school, 21));

        foreach (var none in new[] { 0, 0xFF, 0xFFFF })
        {
            _senses["fault.code"] = none;
            school.Pass(TimeSpan.FromMinutes(5));
            Assert.Equal((OrderState.Confirmed, Refusal.None), Ask(school, 21));
        }
    }

    /// <summary>A controller that tells a code and no state (Diematic iSystem) is in fault by its code.</summary>
    [Fact]
    public void Order_ControllerTellsACodeOnly_Refused()
    {
        using var school = Room(RoomKind.OwnCode);
        _senses["fault.code"] = 26;
        Assert.Equal((OrderState.Refused, Refusal.PlantFault), Ask(school, 21));
    }

    private SchoolRoom Room(RoomKind kind) => new(point => _senses.TryGetValue(point, out var value) ? value : null, kind);

    private static (OrderState, Refusal) Ask(SchoolRoom school, double value)
    {
        var id = Guid.NewGuid();
        var now = school.Clock.Now.ToUnixTimeMilliseconds();
        school.Desk.Take(school.Device.Equipment.Id, new SparkplugCommand("chaufferie", [new Metric
        {
            Name = "room.temperature.sp", Type = MetricType.Double, Value = value,
            Properties = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["order.id"] = id.ToString("D", CultureInfo.InvariantCulture), ["order.kind"] = "Override", ["order.until"] = now + 7_200_000,
                ["order.requestedAt"] = now, ["order.expiresAt"] = now + 60_000, ["order.by"] = "Camille", ["order.reason"] = "", ["order.role"] = "Technician",
            },
        }], Retained: false));
        school.Plant.Run();
        return school.Reports.Last(report => report.Order == id) is var last ? (last.State, last.Refusal) : default;
    }
}
