using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using Telemetry.Gateway.Configuration;
using Telemetry.Gateway.Control;
using Telemetry.Gateway.Drivers.Modbus;
using Telemetry.Messaging.Sparkplug;
using Telemetry.Model.Control;

namespace Telemetry.Gateway.Tests.Control;

/// <summary>An order's whole life over real Modbus, against controllers with the traps of the real ones.</summary>
public sealed class OrderLifeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly HandClock _clock = new();
    private readonly ConcurrentQueue<OrderReport> _reports = new();
    private readonly List<IDisposable> _parts = [];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Take_Override_ConfirmedThenReleasedAtItsEnd(bool trovis)
    {
        using var controller = new FakeController(trovis);
        var desk = Desk(controller);
        var setPoint = trovis ? 1002 : 11179;
        var before = controller.Holding[setPoint];

        var order = Send(desk, 21, hours: 2);
        await Reported(order, OrderState.Confirmed);
        Assert.Equal(210, controller.Holding[setPoint]);
        Assert.Equal(trovis ? 4 : 2, controller.Holding[trovis ? 105 : 4200]);
        Assert.Equal([OrderState.Checked, OrderState.Sent, OrderState.Confirmed], Of(order).Select(report => report.State));
        Assert.Equal(21, Of(order)[^1].ReadBack);

        _clock.Move(TimeSpan.FromHours(2));
        await Reported(order, OrderState.Released);
        Assert.Equal(before, controller.Holding[setPoint]);
        Assert.Equal(1, trovis ? controller.Coils[88] : controller.Holding[4200]);
        Assert.DoesNotContain((105, 1), controller.Written);
    }

    /// <summary>S03: a mode that the profile does not know may be somebody at work.</summary>
    [Fact]
    public async Task Take_ControllerSaysSomethingUnknown_NothingIsWritten()
    {
        using var controller = new FakeController(trovis: false);
        var desk = Desk(controller);
        controller.Holding[4200] = 9;

        var order = Send(desk, 21, hours: 2);
        await Reported(order, OrderState.Refused);
        Assert.Equal(Refusal.LocalUnclear, Of(order)[^1].Refusal);
        Assert.Empty(controller.Written);
    }

    [Fact]
    public async Task Take_TwiceAndRepeated_SecondReplacesAndReleaseGoesBackToTheVeryFirst()
    {
        using var controller = new FakeController(trovis: true);
        var desk = Desk(controller);
        var first = Send(desk, 21, hours: 2);
        await Reported(first, OrderState.Confirmed);
        var second = Send(desk, 20, hours: 3);
        await Reported(second, OrderState.Confirmed);
        Assert.Contains(OrderState.Replaced, Of(first).Select(report => report.State));

        var writes = controller.Written.Count;
        Send(desk, 18, hours: 1, id: first);
        var release = Send(desk, double.NaN, hours: 0, kind: "Release");
        await Reported(release, OrderState.Released);

        // The order that was ended is told after the one that ended it.
        await Reported(second, OrderState.Released);
        Assert.Equal(190, controller.Holding[1002]);
        Assert.Equal(2, controller.Written.Count - writes);
        Assert.DoesNotContain((1002, 180), controller.Written);
    }

    [Fact]
    public async Task Take_SameValueAgain_NothingWritten()
    {
        using var controller = new FakeController(trovis: true);
        var desk = Desk(controller);
        await Reported(Send(desk, 21, hours: 2), OrderState.Confirmed);
        var writes = controller.Written.Count;
        await Reported(Send(desk, 21, hours: 3), OrderState.Confirmed);

        Assert.Equal(writes, controller.Written.Count);
    }

    [Fact]
    public async Task Take_DeviceKeepsItsOwn_UnconfirmedAndTakenBack()
    {
        using var controller = new FakeController(trovis: true) { Stubborn = true };
        var desk = Desk(controller);
        var order = Send(desk, 21, hours: 2);
        await Reported(order, OrderState.Unconfirmed);
        Assert.Equal((Refusal.ReadBackDiffers, 19.0), (Of(order)[^1].Refusal, Of(order)[^1].ReadBack));

        _clock.Move(TimeSpan.FromSeconds(1));
        await Reported(order, OrderState.Released);
        Assert.Equal(1, controller.Coils[88]);
    }

    [Theory]
    [InlineData("local switch", nameof(Refusal.LocalMode))]
    [InlineData("silent", nameof(Refusal.NoAnswer))]
    [InlineData("application", nameof(Refusal.WrongApplication))]
    [InlineData("ecl manual", nameof(Refusal.LocalMode))]
    public async Task Take_DeviceSaysNo_RefusedAndNothingWritten(string how, string refusal)
    {
        using var controller = new FakeController(trovis: how is "local switch" or "silent");
        controller.Silent = how == "silent";
        controller.Holding[102] = how == "local switch" ? 3 : 1;
        controller.Holding[2061] = how == "application" ? 2 : 1;
        controller.Holding[4200] = how == "ecl manual" ? 0 : 1;
        var order = Send(Desk(controller), 20, hours: 1);

        await Reported(order, OrderState.Refused);
        Assert.Equal(refusal, Of(order)[^1].Refusal.ToString());
        Assert.Empty(controller.Written);
    }

    [Theory]
    [InlineData(22.5, 1, nameof(Refusal.AboveMaximum), 22)]
    [InlineData(15.5, 1, nameof(Refusal.BelowMinimum), 16)]
    [InlineData(20, 25, nameof(Refusal.EndTooFar), 24)]
    public async Task Take_OutOfBounds_RefusedWithTheBound(double value, double hours, string refusal, double limit)
    {
        using var controller = new FakeController(trovis: true);
        var order = Send(Desk(controller), value, hours);

        await Reported(order, OrderState.Refused);
        Assert.Equal((refusal, limit), (Of(order)[^1].Refusal.ToString(), Of(order)[^1].Limit));
        Assert.Empty(controller.Written);
    }

    [Fact]
    public async Task Start_AfterRestartWithEndPassed_ReleasesWhatWasInForce()
    {
        using var controller = new FakeController(trovis: true);
        var order = Send(Desk(controller), 21, hours: 2);
        await Reported(order, OrderState.Confirmed);
        Stop();
        _reports.Clear();
        _clock.Move(TimeSpan.FromHours(5));

        Desk(controller);
        _clock.Move(TimeSpan.FromSeconds(1));
        await Reported(order, OrderState.Released);
        Assert.Equal((190, 1), (controller.Holding[1002], controller.Coils[88]));
    }

    [Fact]
    public async Task Start_AfterRestartBeforeEnd_DeviceIsMadeToAgreeAgain()
    {
        using var controller = new FakeController(trovis: true);
        var order = Send(Desk(controller), 21, hours: 2);
        await Reported(order, OrderState.Confirmed);
        Stop();
        (controller.Coils[88], controller.Holding[105], controller.Holding[1002]) = (1, 1, 190);

        Desk(controller);
        Assert.True(await Wait.ForAsync(() => controller is { } c && c.Holding[1002] == 210 && c.Coils[88] == 0));
    }

    [Fact]
    public void Take_WithoutOrderId_NothingReportedNothingWritten()
    {
        using var controller = new FakeController(trovis: true);
        var desk = Desk(controller);
        desk.Take(Device(controller.Port).Equipment.Id, new SparkplugCommand("chaufferie", [new Metric { Name = "room.temperature.sp", Type = MetricType.Double, Value = 20.0 }], Retained: false));

        Assert.Empty(_reports);
        Assert.Empty(controller.Written);
    }

    [Fact]
    public async Task Take_Retained_RefusedAsRetained()
    {
        using var controller = new FakeController(trovis: true);
        var desk = Desk(controller);
        var order = Send(desk, 20, hours: 1, retained: true);

        await Reported(order, OrderState.Refused);
        Assert.Equal(Refusal.Retained, Of(order)[0].Refusal);

        // The same order as a fresh message is the same order: it was refused.
        Send(desk, 20, hours: 1, id: order);
        await Reported(Send(desk, double.NaN, hours: 0, kind: "Release"), OrderState.Released);
        Assert.Single(Of(order));
    }

    public void Dispose()
    {
        Stop();
        _folder.Dispose();
    }

    private void Stop()
    {
        _parts.ForEach(part => part.Dispose());
        _parts.Clear();
    }

    private ControlDesk Desk(FakeController controller)
    {
        var trovis = controller.Coils.ContainsKey(88);
        var device = Device(controller.Port, trovis);
        device = device with { Profile = device.Profile with { Modbus = device.Profile.Modbus! with { Timeout = TimeSpan.FromMilliseconds(300) } }, Period = TimeSpan.FromHours(1) };
        var bus = new ModbusBus(new BusConfiguration("b", "127.0.0.1", controller.Port), [device], TimeProvider.System,
            () => new TcpTransport("127.0.0.1", controller.Port, TimeSpan.FromSeconds(1)), NullLogger.Instance);
        var file = ControlFile.Open(_folder.File("control.db"), out _);
        var desk = new ControlDesk([(device, bus)], file, (_, report) => _reports.Enqueue(report), _clock, NullLogger.Instance);
        _parts.AddRange([desk, bus.Samples.Subscribe(_ => { }), bus, file]);
        desk.Start();
        return desk;
    }

    private static DeviceConfiguration Device(int port, bool trovis = true) =>
        Installation.Load(Repository.Site(trovis ? "ecole" : "creche"), Repository.Devices, _ => $"127.0.0.1:{port}")
            .Value!.Devices.First(device => device.Equipment.Id.Device == "chaufferie");

    private Guid Send(ControlDesk desk, double value, double hours, string kind = "Override", Guid? id = null, bool retained = false)
    {
        var order = id ?? Guid.NewGuid();
        desk.Take(Device(1).Equipment.Id, new SparkplugCommand("chaufferie", [Metric(order, value, hours, kind)], retained));
        return order;
    }

    private Metric Metric(Guid order, double value, double hours, string kind) => new()
    {
        Name = "room.temperature.sp",
        Type = MetricType.Double,
        Value = double.IsNaN(value) ? null : value,
        Properties = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["order.id"] = order.ToString(),
            ["order.kind"] = kind,
            ["order.until"] = (_clock.Now + TimeSpan.FromHours(hours)).ToUnixTimeMilliseconds(),
            ["order.requestedAt"] = _clock.Now.ToUnixTimeMilliseconds(),
            ["order.expiresAt"] = _clock.Now.AddMinutes(1).ToUnixTimeMilliseconds(),
            ["order.by"] = "Camille",
            ["order.reason"] = "réunion",
        },
    };

    private List<OrderReport> Of(Guid order) => [.. _reports.Where(report => report.Order == order)];

    private async Task Reported(Guid order, OrderState state) =>
        Assert.True(await Wait.ForAsync(() => Of(order).Exists(report => report.State == state)), $"{state} never came: {string.Join(", ", _reports)}");
}
