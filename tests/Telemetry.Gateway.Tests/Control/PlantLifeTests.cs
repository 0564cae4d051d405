using Microsoft.Extensions.Logging.Abstractions;
using Telemetry.Gateway.Configuration;
using Telemetry.Gateway.Control;
using Telemetry.Gateway.Tests.Control.Histories;
using Telemetry.Messaging.Sparkplug;
using Telemetry.Model.Control;
using Telemetry.Model.Samples;

namespace Telemetry.Gateway.Tests.Control;

/// <summary>Safety, reservation, forced modes, effects and restarts, against a controller without a wire.</summary>
public sealed class PlantLifeTests : IDisposable
{
    private readonly JumpClock _clock = new();
    private readonly CannedPlant _plant = new();
    private readonly ControlFile _file = ControlFile.Open(":memory:", out _);
    private readonly List<OrderReport> _reports = [];
    private readonly Dictionary<string, double> _senses = new(StringComparer.Ordinal);
    private readonly DeviceConfiguration _device;
    private ControlDesk _desk;

    public PlantLifeTests()
    {
        var school = Installation.Load(Repository.Site("ecole"), Repository.Devices, _ => null).Value!.Devices.First(device => device.Equipment.Id.Device == "chaufferie");
        _device = school with { Profile = school.Profile with { Override = school.Profile.Override! with { Settle = TimeSpan.Zero } } };
        _desk = Begin();
    }

    [Fact]
    public void SafeState_StopsAndEndsOnlyThroughSomebodyOnSite()
    {
        var held = Send(OrderKind.Override, 21);
        var safety = Send(OrderKind.SafeState, null);
        Assert.Equal([OrderState.Checked, OrderState.Sent, OrderState.Confirmed], Of(safety));
        Assert.Equal((0, 2), (_plant.Coils[CannedPlant.Level], _plant.Holding[CannedPlant.Mode]));
        Assert.Equal(OrderState.Replaced, Of(held)[^1]);

        Assert.Equal(Refusal.InSafety, Why(Send(OrderKind.Override, 20)));
        Assert.Equal(Refusal.InSafety, Why(Send(OrderKind.Release, null)));

        // A restart forgets nothing, and neither does a controller that was switched off meanwhile.
        Restart();
        (_plant.Coils[CannedPlant.Level], _plant.Holding[CannedPlant.Mode]) = (1, 1);
        Pass(TimeSpan.FromDays(3));
        Assert.Equal((0, 2), (_plant.Coils[CannedPlant.Level], _plant.Holding[CannedPlant.Mode]));

        _plant.Local = true;
        Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(OrderState.Confirmed, Of(safety)[^1]);
        _plant.Local = false;
        Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(OrderState.Released, Of(safety)[^1]);
        Assert.Equal((1, 190), (_plant.Coils[CannedPlant.Level], _plant.Holding[CannedPlant.Comfort]));
    }

    [Fact]
    public void SafeState_AskedAgainAfterAVisit_NeedsAnotherVisit()
    {
        var safety = Send(OrderKind.SafeState, null);
        _plant.Local = true;
        Pass(TimeSpan.FromMinutes(1));
        (_plant.Local, _plant.Silent) = (false, true);
        Pass(TimeSpan.FromMinutes(1));
        _plant.Silent = false;
        Assert.Equal(OrderState.Replaced, Of(Send(OrderKind.SafeState, null))[^1]);

        Pass(TimeSpan.FromHours(1));
        Assert.Equal(OrderState.Confirmed, Of(safety)[^1]);
        Assert.Equal(2, _plant.Holding[CannedPlant.Mode]);
    }

    [Fact]
    public void SafeState_ReleasedByTheCodeShownOnSite_OnceAndByNothingElse()
    {
        var safety = Send(OrderKind.SafeState, null);
        var shown = Shown();
        Assert.Matches("^[0-9]{6}$", shown);

        // Somebody else, and while the plant is kept for whoever put it in safety: standing there is what counts.
        var released = Send(OrderKind.Release, null, by: "Dominique", code: shown);
        Assert.Equal([OrderState.Checked, OrderState.Sent, OrderState.Released], Of(released));
        Assert.Equal(OrderState.Released, Of(safety)[^1]);
        Assert.Equal(1, _plant.Coils[CannedPlant.Level]);
        Assert.Empty(_desk.AllInSafety);

        Send(OrderKind.SafeState, null);
        Assert.NotEqual(shown, Shown());
        Assert.Equal(Refusal.WrongCode, Why(Send(OrderKind.Release, null, code: shown)));
        Assert.Equal(Refusal.InSafety, Why(Send(OrderKind.Override, 20, code: Shown())));
    }

    [Fact]
    public void SafeState_WrongCodes_AreCountedOverARestart_ThenAnotherIsShown()
    {
        Send(OrderKind.SafeState, null);
        var shown = Shown();
        var wrong = shown == "000000" ? "000001" : "000000";
        for (var left = 4; left >= 1; left--)
        {
            Assert.Equal(Refusal.WrongCode, Why(Send(OrderKind.Release, null, code: wrong)));
            Assert.Equal(left, _reports[^1].Limit);
            Assert.Equal(shown, Shown());
            Restart();
        }

        Send(OrderKind.Release, null, code: wrong);
        Assert.NotEqual(shown, Shown());
        Assert.Equal(Refusal.WrongCode, Why(Send(OrderKind.Release, null, code: shown)));
        Assert.Equal(2, _plant.Holding[CannedPlant.Mode]);
    }

    [Fact]
    public void SafeState_RightCodeButTheDeviceDoesNotFollow_StaysInSafetyWithAnotherCode()
    {
        Send(OrderKind.SafeState, null);
        var shown = Shown();
        _plant.Stubborn = true;

        Assert.Equal(OrderState.Unconfirmed, Of(Send(OrderKind.Release, null, code: shown))[^1]);
        Assert.NotEqual(shown, Shown());
        Assert.Equal(Refusal.InSafety, Why(Send(OrderKind.Override, 20)));
    }

    [Fact]
    public void SafeState_DeviceSilent_GoesOnUntilItIsDone()
    {
        _plant.Stubborn = true;
        var safety = Send(OrderKind.SafeState, null);
        Assert.Equal(OrderState.Unconfirmed, Of(safety)[^1]);
        Assert.Equal(Refusal.InSafety, Why(Send(OrderKind.Override, 20)));

        _plant.Stubborn = false;
        Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(OrderState.Confirmed, Of(safety)[^1]);
    }

    [Fact]
    public void Reservation_KeepsOthersOutForAQuarterOfAnHourWithoutActivity()
    {
        Send(OrderKind.Override, 20);
        Assert.Equal(Refusal.Reserved, Why(Send(OrderKind.Override, 21, by: "Dominique")));
        Assert.Equal(15, _reports[^1].Limit);

        Pass(TimeSpan.FromMinutes(15));
        Assert.Equal(OrderState.Confirmed, Of(Send(OrderKind.Override, 21, by: "Dominique"))[^1]);
        Assert.Equal(OrderState.Released, Of(Send(OrderKind.Reserve, 0, by: "Dominique"))[^1]);
        Assert.Equal(OrderState.Confirmed, Of(Send(OrderKind.Reserve, 1))[^1]);
        Assert.Equal(Refusal.Reserved, Why(Send(OrderKind.Reserve, 1, by: "Dominique")));
    }

    [Fact]
    public void Force_Stop_EndsByItselfAndGivesBack()
    {
        var order = Send(OrderKind.Force, (double)HeatingMode.Standby, hours: 2);
        Assert.Equal((0, 2), (_plant.Coils[CannedPlant.Level], _plant.Holding[CannedPlant.Mode]));

        Pass(TimeSpan.FromHours(2));
        Assert.Equal(OrderState.Released, Of(order)[^1]);
        Assert.Equal(1, _plant.Coils[CannedPlant.Level]);
    }

    /// <summary>S09: what protects from frost stands above people's orders, before and during them.</summary>
    [Fact]
    public void Force_StopWhereItFreezes_RefusedAndEndedBeforeItsTime()
    {
        _senses["room.temperature"] = 12;
        var order = Send(OrderKind.Force, (double)HeatingMode.Standby, hours: 48);
        Pass(TimeSpan.FromHours(5));
        Assert.Equal(2, _plant.Holding[CannedPlant.Mode]);

        _senses["room.temperature"] = 4.9;
        Pass(TimeSpan.FromMinutes(1));
        Assert.Equal((OrderState.Released, Refusal.FrostProtection, 1), (Of(order)[^1], Why(order), _plant.Coils[CannedPlant.Level]));
        Assert.Equal((OrderState.Refused, Refusal.FrostProtection), (Of(Send(OrderKind.Force, (double)HeatingMode.Standby))[^1], _reports[^1].Refusal));
        Assert.Equal(OrderState.Confirmed, Of(Send(OrderKind.Force, (double)HeatingMode.Reduced))[^1]);
    }

    /// <summary>S22: who turns the switch there and back within seconds has been there.</summary>
    [Fact]
    public void SafeState_IsLookedAtEveryOtherSecond_ASilentDeviceSeldomer()
    {
        Send(OrderKind.SafeState, null);
        Assert.InRange(Look(), 1, 2);

        _plant.Silent = true;
        Assert.InRange(Look(), 14, 15);
    }

    [Fact]
    public void Reservation_ClockSetBack_IsOver()
    {
        Send(OrderKind.Override, 20);
        _clock.Jump(TimeSpan.FromHours(-2));
        Assert.Equal(OrderState.Confirmed, Of(Send(OrderKind.Override, 21, by: "Dominique"))[^1]);
    }

    [Fact]
    public void Take_OrderWithoutAnOwner_Refused()
    {
        Assert.Equal(Refusal.Malformed, Why(Send(OrderKind.Override, 20, by: " ")));
        Assert.Equal(1, _plant.Coils[CannedPlant.Level]);
    }

    [Fact]
    public void Override_ClockSetBackByADay_EndsWhenItsTimeHasPassed()
    {
        var order = Send(OrderKind.Override, 21, hours: 2);
        _clock.Jump(TimeSpan.FromDays(-1));
        Pass(TimeSpan.FromHours(1.9));
        Assert.Equal(OrderState.Confirmed, Of(order)[^1]);

        Pass(TimeSpan.FromHours(0.2));
        Assert.Equal(OrderState.Released, Of(order)[^1]);
    }

    [Theory]
    [InlineData(true, nameof(OrderState.EffectSeen))]
    [InlineData(false, nameof(OrderState.NoEffect))]
    public void Override_ThePlantFollowsOrNot_IsTold(bool follows, string told)
    {
        (_senses["room.temperature"], _senses["room.temperature.sp.active"], _senses["pump.state"], _senses["flow.temperature"]) = (18, 19, 0, 30);
        var order = Send(OrderKind.Override, 21, hours: 2);
        Pass(TimeSpan.FromMinutes(5));
        Assert.Equal(OrderState.Confirmed, Of(order)[^1]);

        (_senses["room.temperature.sp.active"], _senses["pump.state"]) = (21, follows ? 1 : 0);
        Pass(TimeSpan.FromMinutes(10));
        Assert.Equal(told, Of(order)[^1].ToString());

        // Once is enough, and a restart does not say it again with another instant.
        Restart();
        Pass(TimeSpan.FromMinutes(10));
        Assert.Single(_reports.Where(report => report.Order == order && report.State.ToString() == told).Select(report => report.At.ToUnixTimeMilliseconds()).Distinct());
    }

    /// <summary>Killed at each word with the device in turn: one end, never two executions, and nothing left forced.</summary>
    [Fact]
    public void Override_KilledAtAnyWord_NeitherLostNorDoubledNorLeftInForce()
    {
        for (var word = 0; word < 40; word++)
        {
            _plant.DieAfter(word);
            var order = Send(OrderKind.Override, 21, hours: 1, id: Guid.NewGuid());
            if (!_ran)
            {
                Restart();
            }

            _plant.DieAfter(-1);
            Pass(TimeSpan.FromHours(1));
            Pass(TimeSpan.FromHours(3));
            Assert.True(Of(order)[^1] is OrderState.Released or OrderState.Expired, $"word {word}: {string.Join(" ", Of(order))}");
            Assert.True(Of(order).Count(state => state == OrderState.Checked) <= 1);
            Assert.Equal((1, 190), (_plant.Coils[CannedPlant.Level], _plant.Holding[CannedPlant.Comfort]));
        }
    }

    /// <summary>Killed half way, and the device silent at the start: nobody else would look at it again, for it was reached before.</summary>
    [Theory]
    [InlineData(30, OrderState.Confirmed, 210)]
    [InlineData(120, OrderState.Released, 190)]
    public void Override_CutShortThenDeviceSilent_IsTakenUpInTimeOrTakenBack(int silentSeconds, OrderState told, int comfort)
    {
        var order = CutShort();
        _plant.Silent = true;
        Restart();
        Pass(TimeSpan.FromSeconds(silentSeconds));
        Assert.Equal(210, _plant.Holding[CannedPlant.Comfort]);
        Assert.DoesNotContain(OrderState.Confirmed, Of(order));

        _plant.Silent = false;
        Pass(TimeSpan.FromSeconds(1));
        Assert.Equal(told, Of(order)[^1]);
        Assert.Equal(told == OrderState.Released, Of(order).Contains(OrderState.Expired));
        Assert.Equal(comfort, _plant.Holding[CannedPlant.Comfort]);
    }

    /// <summary>An order whose gateway died after the device took it and before it was read back.</summary>
    private Guid CutShort()
    {
        for (var word = 1; ; word++)
        {
            _plant.DieAfter(word);
            var order = Send(OrderKind.Override, 21, hours: 1);
            if (!_ran && _plant.Holding[CannedPlant.Comfort] == 210)
            {
                return order;
            }

            // Not yet: what was begun is given back, and another tried.
            _plant.DieAfter(-1);
            Restart();
            Pass(TimeSpan.FromHours(2));
        }
    }

    public void Dispose()
    {
        _desk.Dispose();
        _file.Dispose();
    }

    private bool _ran = true;

    private ControlDesk Begin()
    {
        var desk = new ControlDesk([(_device, _plant)], _file, (_, report) => _reports.Add(report), _clock, NullLogger.Instance, new DeskSenses
        {
            Live = point => _senses.TryGetValue(point.Name, out var value) ? new Sample(point, _clock.Now, value, Quality.Good) : null,
        });
        desk.Start();
        return desk;
    }

    private void Restart()
    {
        _desk.Dispose();
        _clock.Forget();
        _plant.Forget();
        _desk = Begin();
        _ran = _plant.Run();
    }

    private void Pass(TimeSpan time)
    {
        _clock.Pass(time);
        for (var i = 0; i < 2; i++)
        {
            foreach (var plant in _desk.Hand.Plants)
            {
                plant.BusyUntil = 0;
            }

            _clock.Tick();
            _ran = _plant.Run();
        }
    }

    private Guid Send(OrderKind kind, double? value, double hours = 1, string by = "Camille", Guid? id = null, string? code = null)
    {
        var order = id ?? Guid.NewGuid();
        var now = _clock.Now.ToUnixTimeMilliseconds();
        _desk.Take(_device.Equipment.Id, new SparkplugCommand(_device.Equipment.Id.Device,
        [
            new Metric
            {
                Name = kind switch { OrderKind.Force => "mode", OrderKind.SafeState => "safety", OrderKind.Reserve => "reservation", _ => "room.temperature.sp" },
                Type = MetricType.Double,
                Value = value,
                Properties = new Dictionary<string, object?>(StringComparer.Ordinal)
                {
                    ["order.id"] = order.ToString(), ["order.kind"] = kind.ToString(), ["order.until"] = now + (long)(hours * 3_600_000), ["order.requestedAt"] = now,
                    ["order.expiresAt"] = now + 60_000, ["order.by"] = by, ["order.reason"] = "", ["order.role"] = nameof(OrderRole.Technician), ["order.code"] = code,
                },
            },
        ], Retained: false));
        _ran = _plant.Run();
        return order;
    }

    // Seconds until the next look, after one.
    private double Look()
    {
        var plant = Assert.Single(_desk.Hand.Plants);
        plant.BusyUntil = 0;
        _clock.Tick();
        _plant.Run();
        return (plant.BusyUntil - TimeProvider.System.GetTimestamp()) / (double)TimeProvider.System.TimestampFrequency;
    }

    private string Shown() => Assert.Single(_desk.AllInSafety).Safety.Code;

    private List<OrderState> Of(Guid order) => [.. _reports.Where(report => report.Order == order).Select(report => report.State)];

    private Refusal Why(Guid order) => _reports.Last(report => report.Order == order).Refusal;
}
