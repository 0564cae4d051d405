using System.Reactive.Concurrency;
using System.Reactive.Disposables;
using System.Reactive.Linq;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Telemetry.Gateway.Commissioning.Simulation;
using Telemetry.Gateway.Configuration;
using Telemetry.Gateway.Control;
using Telemetry.Gateway.Drivers;
using Telemetry.Gateway.Drivers.Modbus;
using Telemetry.Gateway.Drivers.Mqtt;
using Telemetry.Gateway.Health;
using Telemetry.Gateway.Outbox;
using Telemetry.Gateway.Pipeline;
using Telemetry.Gateway.Uplink;
using Telemetry.Messaging.Mqtt;
using Telemetry.Messaging.Sparkplug;

namespace Telemetry.Gateway;

/// <summary>Puts the parts together: drivers, pipeline, outbox, uplink, control; and takes them apart in the other order.</summary>
internal sealed partial class GatewayService(
    SiteConfiguration site, GatewayOptions options, MqttSettings mqtt, TimeProvider clock, StatusBoard board, ILoggerFactory logs) : IHostedService, IDisposable
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

    private static (ClockOffset, ClockWatch) Clocks(TimeProvider clock)
    {
        var offset = new ClockOffset(clock, KernelClock.IsInStep);
        return (offset, new ClockWatch(TimeProvider.System, BuildDate.OfThisGateway) { Agrees = () => offset.Agrees });
    }

    private void Assemble()
    {
        var told = BoilerControl.Told(site);
        var points = new PointTable(PointRules.For(told));
        var live = new LiveValues(clock);
        var (offset, watch) = Clocks(clock);
        var outboxPath = Path.Combine(options.Data, "outbox.db");
        var outbox = OutboxFile.Open(outboxPath, site.Municipality, site.Gateway, new OutboxLimits(), out var damagedOutbox);
        var file = ControlFile.Open(Path.Combine(options.Data, "control.db"), out var damagedControl);
        SayDamaged(damagedOutbox);
        SayDamaged(damagedControl);

        var fields = options.Simulated ? null : FieldDrivers.Fields(site, mqtt, "field", clock, logs.CreateLogger("field"), Path.Combine(options.Data, "field-session.txt"));
        var buses = options.Simulated ? [] : FieldDrivers.Buses(site, clock, logs.CreateLogger("modbus"), new HoleBook(clock, Path.Combine(options.Data, "holes.tsv")));
        UplinkWorker? worker = null;
        BoilerControl? control = null;
        var session = new EdgeSession(
            new EdgeOptions
            {
                Group = site.Municipality,
                Node = site.Gateway,
                PrimaryHost = site.Centre,
                Births = () => BirthCertificates.For(told, live, [.. worker!.Counters, .. NodeMetrics.Of(site, board), .. Mark()], outbox.Id, control!.Birth),
                NextBirthDeathSequence = file.NextBirthDeathSequence,
            },
            mqtt.LinkFactory($"{site.Municipality}-{site.Gateway}{(options.Simulated ? "-simulated" : "")}", logs.CreateLogger("uplink")), clock, logs.CreateLogger("uplink"));
        worker = new UplinkWorker(outbox, session, () => fields?.Refused ?? 0, watch, logs.CreateLogger("outbox"), offset.Heard);
        live.ReachChanged += worker.Reached;
        control = new BoilerControl(buses, file, worker.Add, clock, live, watch, logs);
        session.Commanded += command => Command(control, command);

        session.OnlineChanged += board.Linked;
        board.Sources = new StatusSources
        {
            Buses = buses, Refused = () => fields?.Refused ?? 0, Outbox = outbox, OutboxPath = outboxPath, Desk = control.Desk, Uplink = worker.Pulse, Simulated = options.Simulated,
        };
        var health = new NodeMetrics(site, board, session);

        var judged = SamplePipeline.Judged(Drivers(fields, buses), points, clock, watch, DefaultScheduler.Instance).Publish();
        // CompositeDisposable takes apart in this order: what feeds before what is fed.
        _parts.Add(health);
        _parts.Add(control);
        _parts.Add(judged.Subscribe(live.Keep, Broken));
        _parts.Add(judged.Subscribe(board.Hear, Broken));
        var own = control.Points.Select(sample => Moment.Of([sample], points));
        _parts.Add(own.Subscribe(live.KeepOwn, Broken));
        _parts.Add(SamplePipeline.Told(judged.Merge(own), points).Subscribe(worker.Add, Broken));
        _parts.Add(judged.Connect());
        // The session tells the worker of its own end: the worker must still be there to hear it.
        _parts.Add(session);
        _parts.Add(worker);
        _parts.Add(outbox);
        _parts.Add(file);
        buses.ToList().ForEach(_parts.Add);

        worker.Start();
        session.Start();
        control.Start();
        health.Start();
        LogStarted(site.Gateway, site.Devices.Count, told.Devices.Sum(device => device.Published.Count()), options.Data);
    }

    private IEnumerable<IObservable<IReadOnlyList<Model.Samples.Sample>>> Drivers(MqttFields? fields, IEnumerable<ModbusBus> buses) => options.Simulated
        ? [SyntheticField.Of(site, clock, DefaultScheduler.Instance)]
        : buses.Select(bus => (IDriver)bus).Concat(fields is null ? [] : [fields]).Select(driver => driver.Moments);

    /// <summary>What tells everybody that nothing of this is real.</summary>
    private IEnumerable<Metric> Mark() => options.Simulated
        ? [new Metric { Name = "Site/Simulated", Type = MetricType.Boolean, Value = true }]
        : [];

    private void Command(BoilerControl control, SparkplugCommand command)
    {
        if (command.Device.Length > 0)
        {
            control.Take(new Model.Sites.EquipmentId(site.Municipality, site.Gateway, command.Device), command);
        }
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
