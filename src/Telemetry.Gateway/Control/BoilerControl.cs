using Microsoft.Extensions.Logging;
using System.Reactive.Linq;
using Telemetry.Gateway.Configuration;
using Telemetry.Gateway.Control.Boilers;
using Telemetry.Gateway.Control.Programmes;
using Telemetry.Gateway.Drivers.Modbus;
using Telemetry.Gateway.Pipeline;
using Telemetry.Messaging.Sparkplug;
using Telemetry.Model.Control;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Gateway.Control;

/// <summary>Everything that steers the boiler rooms of a gateway, put together: orders, safety, programmes.</summary>
internal sealed class BoilerControl : IDisposable
{
    private readonly ProgrammePoints _points = new();
    private readonly ProgrammeDesk _programmes;
    private readonly CascadeWatch _cascades;

    internal BoilerControl(IEnumerable<ModbusBus> buses, ControlFile file, Action<PointId, OrderReport> tell, TimeProvider clock, LiveValues live, ClockWatch watch, ILoggerFactory logs)
    {
        Desk = new ControlDesk(
            buses.SelectMany(bus => bus.Devices.Select(device => (device.Device, (IFieldBus)bus))), file, tell, clock, logs.CreateLogger("control"),
            new DeskSenses { Live = live.Find, Answers = live.Answers, Clock = () => (watch.Look().IsSet, watch.IsCertain) });
        _programmes = new ProgrammeDesk(Desk, _points, logs.CreateLogger("programme"), Random.Shared.NextDouble());
        _cascades = new CascadeWatch(Desk.Hand, _programmes.Current);
        live.ReachChanged += Reached;
    }

    /// <summary>Where people's orders live.</summary>
    internal ControlDesk Desk { get; }

    /// <summary>What runs in each boiler room, as points.</summary>
    internal IObservable<Sample> Points => _points.Samples.Merge(_cascades.Samples);

    /// <summary>The site as it is told: with the points of what runs.</summary>
    internal static SiteConfiguration Told(SiteConfiguration site) => CascadePoints.With(ProgrammePoints.With(site));

    /// <summary>What a device's birth says of its programme.</summary>
    internal IReadOnlyList<Metric> Birth(string device) => _programmes.Birth(device);

    /// <summary>Takes a device command.</summary>
    internal void Take(EquipmentId equipment, SparkplugCommand command)
    {
        if (ProgrammeDesk.IsProgramme(command))
        {
            _programmes.Take(equipment, command);
        }
        else
        {
            Desk.Take(equipment, command);
        }
    }

    internal void Start()
    {
        Desk.Start();
        _programmes.Start();
        _cascades.Start();
    }

    public void Dispose()
    {
        _cascades.Dispose();
        _programmes.Dispose();
        Desk.Dispose();
        _points.Dispose();
    }

    // A controller that was away may have forgotten what was written to it.
    private void Reached(EquipmentId device, bool answers)
    {
        if (answers)
        {
            Desk.Reached(device);
            _programmes.Reached(device);
        }
    }
}
