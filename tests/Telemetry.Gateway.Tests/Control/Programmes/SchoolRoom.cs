using Microsoft.Extensions.Logging.Abstractions;
using Telemetry.Gateway.Configuration;
using Telemetry.Gateway.Control;
using Telemetry.Gateway.Control.Programmes;
using Telemetry.Gateway.Tests.Control.Histories;
using Telemetry.Messaging.Programmes;
using Telemetry.Messaging.Sparkplug;
using Telemetry.Model.Control;
using Telemetry.Model.Samples;
using Telemetry.Model.Schedules;

namespace Telemetry.Gateway.Tests.Control.Programmes;

/// <summary>The school's boiler room with the real desks and books, a canned controller, and a clock that begins on a Monday at 13:00 local.</summary>
internal sealed class SchoolRoom : IDisposable
{
    private readonly Dictionary<string, Sample> _points = new(StringComparer.Ordinal);
    private readonly Func<string, double?> _sense;
    private ProgrammePoints _feed = null!;

    /// <summary>Begins.</summary>
    /// <param name="sense">What the sensors say now, by point; null for one that is not there.</param>
    /// <param name="kind">Which boiler room it is.</param>
    internal SchoolRoom(Func<string, double?> sense, RoomKind kind = RoomKind.AsShipped)
    {
        _sense = sense;
        var school = Installation.Load(Repository.Site("ecole"), Repository.Devices, _ => null).Value!.Devices.First(device => device.Equipment.Id.Device == "chaufferie");
        Device = school.As(kind);
        Begin();
    }

    internal JumpClock Clock { get; } = new();

    internal CannedPlant Plant { get; } = new();

    internal ControlFile File { get; } = ControlFile.Open(":memory:", out _);

    internal List<OrderReport> Reports { get; } = [];

    internal DeviceConfiguration Device { get; }

    internal ControlDesk Desk { get; private set; } = null!;

    internal ProgrammeDesk Programmes { get; private set; } = null!;

    public void Dispose()
    {
        End();
        File.Dispose();
    }

    internal void Restart()
    {
        End();
        Clock.Forget();
        Begin();
    }

    internal void Pass(TimeSpan time)
    {
        Clock.Pass(time);
        for (var i = 0; i < 2; i++)
        {
            Clock.Tick();
            Plant.Run();
        }
    }

    internal Guid Send(Programme programme, bool late = false, bool retained = false, OrderRole role = OrderRole.Technician)
    {
        var order = Guid.NewGuid();
        var metric = ProgrammeWire.Command(programme, order, Clock.Now, Clock.Now.AddMinutes(late ? -1 : 1), role);
        Programmes.Take(Device.Equipment.Id, new SparkplugCommand("chaufferie", [metric], retained));
        Plant.Run();
        return order;
    }

    internal (OrderState, double?) Last(Guid order) => Reports.Last(report => report.Order == order) is var report ? (report.State, report.ReadBack) : default;

    internal Refusal Why(Guid order) => Reports.Last(report => report.Order == order).Refusal;

    internal double Told(string name) => _points["programme." + name].Value;

    private void Begin()
    {
        _feed = new ProgrammePoints();
        _feed.Samples.Subscribe(sample => _points[sample.Point.Name] = sample);
        Desk = new ControlDesk([(Device, Plant)], File, (_, report) => Reports.Add(report), Clock, NullLogger.Instance, new DeskSenses
        {
            Live = point => _sense(point.Name) is { } value ? new Sample(point, Clock.Now, value, Quality.Good) : null,
        });
        Programmes = new ProgrammeDesk(Desk, _feed, NullLogger.Instance, 0);
        Desk.Start();
        Programmes.Start();
    }

    private void End()
    {
        Programmes.Dispose();
        Desk.Dispose();
        _feed.Dispose();
    }
}
