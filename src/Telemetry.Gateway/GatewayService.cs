using System.Reactive.Concurrency;
using System.Reactive.Disposables;
using System.Reactive.Linq;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Telemetry.Gateway.Configuration;
using Telemetry.Gateway.Control;
using Telemetry.Gateway.Drivers;
using Telemetry.Gateway.Drivers.Modbus;
using Telemetry.Gateway.Drivers.Mqtt;
using Telemetry.Gateway.Outbox;
using Telemetry.Gateway.Pipeline;
using Telemetry.Gateway.Uplink;
using Telemetry.Messaging.Mqtt;
using Telemetry.Messaging.Sparkplug;

namespace Telemetry.Gateway;

/// <summary>Puts the parts together: drivers, pipeline, outbox, uplink, control; and takes them apart in the other order.</summary>
internal sealed partial class GatewayService(
    SiteConfiguration site, GatewayOptions options, MqttSettings mqtt, TimeProvider clock, ILoggerFactory logs) : IHostedService, IDisposable
{
    private readonly CompositeDisposable _parts = [];
    private readonly ILogger _log = logs.CreateLogger("gateway");

    public Task StartAsync(CancellationToken cancellationToken)
    {
        Assemble();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose() => _parts.Dispose();

    private void Assemble()
    {
        var rules = PointRules.For(site, clock);
        var published = site.Devices.SelectMany(device => device.Published).Select(point => point.Point.Id).ToHashSet();
        var watch = new ClockWatch(TimeProvider.System, BuildDate.OfThisGateway);
        var live = new LiveValues(clock);
        var outbox = OutboxFile.Open(Path.Combine(options.Data, "outbox.db"), site.Municipality, site.Gateway, new OutboxLimits(), out var damagedOutbox);
        var file = ControlFile.Open(Path.Combine(options.Data, "control.db"), out var damagedControl);
        SayDamaged(damagedOutbox);
        SayDamaged(damagedControl);

        var fields = Fields();
        var buses = Buses();
        UplinkWorker? worker = null;
        var session = new EdgeSession(
            new EdgeOptions
            {
                Group = site.Municipality,
                Node = site.Gateway,
                PrimaryHost = site.Centre,
                Births = () => BirthCertificates.For(site, live, worker!.Counters, outbox.Id),
                NextBirthDeathSequence = file.NextBirthDeathSequence,
            },
            mqtt.LinkFactory($"{site.Municipality}-{site.Gateway}", logs.CreateLogger("uplink")), clock, logs.CreateLogger("uplink"));
        worker = new UplinkWorker(outbox, session, () => fields?.Refused ?? 0, watch, logs.CreateLogger("outbox"));
        live.ReachChanged += worker.Reached;
        var desk = new ControlDesk(
            buses.SelectMany(bus => bus.Devices.Select(device => (device, (IFieldBus)bus.Driver))), file, worker.Add, clock, logs.CreateLogger("control"));
        session.Commanded += command => Command(desk, command);

        var judged = SamplePipeline.Judged(Drivers(fields, buses), rules, clock, watch, DefaultScheduler.Instance).Publish();
        // CompositeDisposable takes apart in this order: what feeds before what is fed.
        _parts.Add(desk);
        _parts.Add(judged.Subscribe(live.Keep, Broken));
        _parts.Add(SamplePipeline.Told(judged, published, rules).Subscribe(worker.Add, Broken));
        _parts.Add(judged.Connect());
        _parts.Add(worker);
        _parts.Add(session);
        _parts.Add(outbox);
        _parts.Add(file);
        foreach (var bus in buses)
        {
            _parts.Add(bus.Driver);
        }

        worker.Start();
        session.Start();
        desk.Start();
        LogStarted(site.Gateway, site.Devices.Count, published.Count, options.Data);
    }

    private static IEnumerable<IObservable<Model.Samples.Sample>> Drivers(
        MqttFields? fields, IEnumerable<(ModbusBus Driver, IReadOnlyList<DeviceConfiguration> Devices)> buses) =>
        buses.Select(bus => (IDriver)bus.Driver).Concat(fields is null ? [] : [fields]).Select(driver => driver.Samples);

    private void Command(ControlDesk desk, SparkplugCommand command)
    {
        if (command.Device.Length > 0)
        {
            desk.Take(new Model.Sites.EquipmentId(site.Municipality, site.Gateway, command.Device), command);
        }
    }

    private MqttFields? Fields()
    {
        var devices = site.Devices.Where(device => device.Profile.Family is not null).ToList();
        var log = logs.CreateLogger("field");
        return devices.Count == 0 ? null : new MqttFields(
            devices, () => new MosquittoLink((site.FieldBroker ?? mqtt).LinkOptions($"{site.Municipality}-{site.Gateway}-field"), log), clock, log);
    }

    private List<(ModbusBus Driver, IReadOnlyList<DeviceConfiguration> Devices)> Buses()
    {
        var log = logs.CreateLogger("modbus");
        var holes = new HoleBook(clock, Path.Combine(options.Data, "holes.tsv"));
        return [.. site.Buses
            .Select(bus => (bus, devices: site.Devices.Where(device => device.Profile.Modbus is not null && string.Equals(device.Bus, bus.Id, StringComparison.Ordinal)).ToList()))
            .Where(pair => pair.devices.Count > 0)
            .Select(pair => (new ModbusBus(pair.bus, pair.devices, clock, () => BusTransport.For(pair.bus), log, holes),
                (IReadOnlyList<DeviceConfiguration>)pair.devices))];
    }

    private void SayDamaged(string? aside)
    {
        if (aside is not null)
        {
            LogDamaged(aside);
        }
    }

    /// <summary>A stream that ends in error is a bug: better to stop loudly and be started again than to stay silent.</summary>
    private void Broken(Exception error)
    {
        LogBroken(error);
        Environment.FailFast("A stream of samples broke.", error);
    }

    [LoggerMessage(LogLevel.Information, "{Gateway}: {Devices} devices, {Points} points, data in {Data}")]
    private partial void LogStarted(string gateway, int devices, int points, string data);

    [LoggerMessage(LogLevel.Critical, "A data file was damaged. It is now {Aside}; a new one was begun. What it held and the centre did not confirm is only there.")]
    private partial void LogDamaged(string aside);

    [LoggerMessage(LogLevel.Critical, "A stream of samples broke.")]
    private partial void LogBroken(Exception error);
}
