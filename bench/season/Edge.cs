using System.Diagnostics;
using FirmwareSim.Modbus;
using Microsoft.Extensions.Logging.Abstractions;
using Telemetry.Gateway.Configuration;
using Telemetry.Gateway.Control;
using Telemetry.Gateway.Control.Programmes;
using Telemetry.Gateway.Drivers.Modbus;
using Telemetry.Messaging.Programmes;
using Telemetry.Messaging.Sparkplug;
using Telemetry.Model.Control;
using Telemetry.Model.Samples;
using Telemetry.Model.Schedules;
using Telemetry.Model.Sites;

namespace Telemetry.Bench.Season;

/// <summary>The gateway's control of one boiler room as it ships: desk, interlocks, ladder, programme, learning; asked once a minute.</summary>
internal sealed class Edge : IDisposable
{
    private readonly DeviceConfiguration _device;
    private readonly DirectBus _bus;
    private readonly SeasonClock _clock;
    private readonly ControlFile _file = ControlFile.Open(":memory:", out _);
    private readonly Dictionary<string, Sample> _samples = new(StringComparer.Ordinal);
    private readonly ProgrammePoints _points = new();
    private readonly ControlDesk _desk;
    private readonly ProgrammeDesk _programmes;
    private long _ticks;
    private long _turns;

    internal Edge(DeviceConfiguration device, IModbusUnit unit, SeasonClock clock)
    {
        // The controller answers at once: nothing has to settle.
        _device = device with { Profile = device.Profile with { Override = device.Profile.Override! with { Settle = TimeSpan.Zero } } };
        (_bus, _clock) = (new DirectBus(unit), clock);
        _desk = new ControlDesk([(_device, _bus)], _file, (_, report) => Refused += report.Refusal == Refusal.None ? 0 : 1, clock, NullLogger.Instance,
            new DeskSenses { Live = point => _samples.TryGetValue(point.Name, out var sample) ? sample : null });
        _programmes = new ProgrammeDesk(_desk, _points, NullLogger.Instance, 0);
        _desk.Start();
        _programmes.Start();
    }

    internal int Refused { get; private set; }

    internal long Writes => _bus.Writes;

    internal IReadOnlyList<Lesson> Lessons => _file.Programmes.Lessons(_device.Equipment.Id.Device);

    internal ZoneDecision? Decision => _programmes.Decision(_device.Equipment.Id.Device);

    /// <summary>Mean computing time of a control step over its length.</summary>
    internal double TimeRatio => _ticks / (double)Stopwatch.Frequency / _turns / 60;

    /// <summary>Sends a programme as the centre does.</summary>
    /// <exception cref="InvalidOperationException">The gateway refused it.</exception>
    internal void Send(Programme programme)
    {
        _programmes.Take(_device.Equipment.Id, new SparkplugCommand(
            _device.Equipment.Id.Device, [ProgrammeWire.Command(programme, Guid.NewGuid(), _clock.Now, _clock.Now.AddMinutes(1), OrderRole.Technician)], Retained: false));
        if (_programmes.Current(_device.Equipment.Id.Device)?.Version != programme.Version)
        {
            throw new InvalidOperationException("The gateway refused the programme.");
        }
    }

    /// <summary>One minute of the gateway: read, decide, write.</summary>
    internal void Turn()
    {
        foreach (var point in _device.Published)
        {
            if (point.Profile is { OnRequest: false, Register: { } register })
            {
                _samples[point.Profile.Name] = Read(point, register);
            }
        }

        var started = Stopwatch.GetTimestamp();
        _clock.Tick();
        _bus.Run();
        _ticks += Stopwatch.GetTimestamp() - started;
        _turns++;
    }

    public void Dispose()
    {
        _programmes.Dispose();
        _desk.Dispose();
        _points.Dispose();
        _file.Dispose();
    }

    private Sample Read(DevicePoint point, RegisterMap register)
    {
        Span<ushort> words = stackalloc ushort[register.Span];
        var id = new PointId(_device.Equipment.Id, point.Profile.Name);
        try
        {
            _bus.Read(null!, register.Kind, (ushort)register.First, words);
        }
        catch (ModbusException)
        {
            return Sample.Missing(id, _clock.Now, Quality.NoSensor);
        }

        var (value, quality) = RegisterDecoder.Decode(register, words);
        return quality == Quality.Good ? new Sample(id, _clock.Now, value, quality) : Sample.Missing(id, _clock.Now, quality);
    }
}
