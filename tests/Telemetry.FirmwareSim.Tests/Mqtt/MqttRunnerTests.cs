using FirmwareSim.Mqtt;
using FirmwareSim.Scenarios;
using FirmwareSim.Town;

namespace Telemetry.FirmwareSim.Tests.Mqtt;

public sealed class MqttRunnerTests : IAsyncDisposable
{
    private readonly Mosquitto _broker = new();
    private readonly CancellationTokenSource _stop = new();

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _broker.DisposeAsync();
        _stop.Dispose();
    }

    [Fact]
    public async Task RunAsync_RealBroker_PublishesAndSaysGoodbye()
    {
        await _broker.StartAsync();
        var running = Runner(new Quarter(), "DVES_ecole-gaz").RunAsync(_stop.Token);

        await _broker.HearsAsync(line => line == "0 tele/ecole-gaz/LWT Online", "online");
        await _broker.HearsAsync(line => line.StartsWith("0 tele/ecole-gaz/SENSOR {\"Time\":", StringComparison.Ordinal), "a count");
        await _stop.CancelAsync();
        await running.WaitAsync(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        await _broker.HearsAsync(line => line == "0 tele/ecole-gaz/LWT Offline", "goodbye");
    }

    [Fact]
    public async Task RunAsync_DeviceWithoutWill_PublishesAndLeavesWithoutAWord()
    {
        await _broker.StartAsync();
        var running = Runner(new Quarter(), "wmbusmeters_66204117").RunAsync(_stop.Token);

        await _broker.HearsAsync(line => line.StartsWith("0 wmbusmeters/66204117 {\"media\":\"heat\"", StringComparison.Ordinal), "a telegram");
        await _stop.CancelAsync();
        await running.WaitAsync(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        Assert.All(_broker.Heard.Where(line => !line.Contains("probe", StringComparison.Ordinal)), line => Assert.StartsWith("0 wmbusmeters/66204117 {", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task RunAsync_FallsSilent_TheBrokerPublishesItsWill()
    {
        await _broker.StartAsync();
        var quarter = new Quarter(3, null, (Fault.SilentDevice, "mairie/pdu", 60, 600));
        var running = Runner(quarter, "shellypro3em-mairie-pdu").RunAsync(_stop.Token);
        await _broker.HearsAsync(line => line == "0 shellypro3em-mairie-pdu/online true", "online");

        lock (quarter.Town.Gate)
        {
            quarter.Live(0.05);
        }

        await _broker.HearsAsync(line => line == "0 shellypro3em-mairie-pdu/online false", "the will");
        var heard = _broker.Heard.Count;
        lock (quarter.Town.Gate)
        {
            quarter.Live(1);
        }

        await _broker.HearsAsync(line => line == "0 shellypro3em-mairie-pdu/online true" && _broker.Heard.Count > heard, "back");
        await _stop.CancelAsync();
        await running;
    }

    [Fact]
    public async Task RunAsync_Garbage_NonsenseOnTheSameTopic()
    {
        await _broker.StartAsync();
        var quarter = new Quarter(3, null, (Fault.GarbageMqtt, "mairie/clim", 0, 3600));
        quarter.Live(0.05);
        var running = Runner(quarter, "DVES_mairie-clim").RunAsync(_stop.Token);

        await _broker.HearsAsync(line => line.StartsWith("0 tele/mairie-clim/SENSOR", StringComparison.Ordinal), "nonsense");
        Assert.DoesNotContain(_broker.Heard, line => line.Contains("\"Voltage\"", StringComparison.Ordinal));
        await _stop.CancelAsync();
        await running;
    }

    [Fact]
    public async Task RunAsync_WrongPassword_TriesOnAndSaysWhy()
    {
        await _broker.StartAsync();
        var device = Wiring.Mqtt(new Quarter().Town)[0];
        var runner = new MqttRunner(device, _broker.Address with { Password = "wrong" }, new Quarter().Town, Clock());
        var running = runner.RunAsync(_stop.Token);

        var why = await runner.FirstAttempt.WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);

        Assert.NotNull(why);
        Assert.False(running.IsCompleted);
        await _stop.CancelAsync();
        await running;
    }

    [Fact]
    public async Task RunAsync_BrokerGoneThenBack_ComesBack()
    {
        await _broker.StartAsync();
        var runner = Runner(new Quarter(), "DVES_ecole-gaz");
        var running = runner.RunAsync(_stop.Token);
        Assert.Null(await runner.FirstAttempt.WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken));
        await _broker.StopAsync();
        await _broker.StartAsync();

        await _broker.HearsAsync(line => line.EndsWith("tele/ecole-gaz/LWT Online", StringComparison.Ordinal), "online again");
        await _broker.HearsAsync(line => line.Contains("tele/ecole-gaz/SENSOR", StringComparison.Ordinal), "a count again");
        await _stop.CancelAsync();
        await running;
    }

    private MqttRunner Runner(Quarter quarter, string client) =>
        new(Wiring.Mqtt(quarter.Town).First(device => device.ClientId == client), _broker.Address, quarter.Town, Clock());

    private static TownClock Clock() => TownClock.Parse("start=2026-11-23T08:00:00Z;origin=2026-11-23T08:00:00Z;speed=360", TimeProvider.System);
}
