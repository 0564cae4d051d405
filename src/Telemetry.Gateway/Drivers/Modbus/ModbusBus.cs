using System.Diagnostics;
using System.Reactive.Disposables;
using System.Reactive.Linq;
using Microsoft.Extensions.Logging;
using Telemetry.Gateway.Configuration;
using Telemetry.Model.Samples;

namespace Telemetry.Gateway.Drivers.Modbus;

/// <summary>One bus and its thread: orders first, then whichever device is due. A dead device costs the others one time-out a probe.</summary>
internal sealed partial class ModbusBus : IDriver, IFieldBus, IDisposable
{
    private const int LongestQueue = 64;
    private static readonly TimeSpan BetweenComplaints = TimeSpan.FromHours(1);
    private readonly BusConfiguration _bus;
    private readonly IReadOnlyList<BusDevice> _devices;
    private readonly TimeProvider _clock;
    private readonly Func<IModbusTransport> _transport;
    private readonly ILogger _log;
    private readonly DevicePoller _poller;
    private readonly Queue<Action<IModbusMaster>> _work = new();
    private readonly AutoResetEvent _wake = new(initialState: false);
    private long _skippedToldAt;
    private bool _disposed;

    internal ModbusBus(BusConfiguration bus, IEnumerable<DeviceConfiguration> devices, TimeProvider clock, Func<IModbusTransport> transport, ILogger log, HoleBook? holes = null)
    {
        (_bus, _clock, _transport, _log) = (bus, clock, transport, log);
        _poller = new DevicePoller(clock, holes ?? new HoleBook(clock));
        _devices = [.. devices.Select(device => new BusDevice(device))];
        Moments = Observable.Create<IReadOnlyList<Sample>>(Run);
    }

    public IObservable<IReadOnlyList<Sample>> Moments { get; }

    internal string Id => _bus.Id;

    /// <summary>What is on the wire, for whoever looks.</summary>
    internal FrameTap Frames { get; init; } = new(TimeProvider.System);

    /// <summary>The devices on it, with how they have been answering.</summary>
    internal IReadOnlyList<BusDevice> Devices => _devices;

    /// <summary>Whether its thread is where it should be: at work not longer than a slow device allows, or asleep not longer than it meant to.</summary>
    internal Pulse Pulse { get; } = new();

    public bool Submit(Action<IModbusMaster> work)
    {
        lock (_work)
        {
            if (_disposed || _work.Count >= LongestQueue)
            {
                return false;
            }

            _work.Enqueue(work);
            _wake.Set();
            return true;
        }
    }

    public void PollSoon(string device)
    {
        Submit(_ =>
        {
            foreach (var found in _devices.Where(candidate => string.Equals(candidate.Device.Equipment.Id.Device, device, StringComparison.Ordinal)))
            {
                (found.Due, found.Polls) = (0, 0);
            }
        });
    }

    public void Dispose()
    {
        lock (_work)
        {
            _disposed = true;
            _wake.Dispose();
        }
    }

    private IDisposable Run(IObserver<IReadOnlyList<Sample>> observer)
    {
        var stop = new CancellationTokenSource();
        var thread = new Thread(() => Loop(observer, stop.Token), 256 * 1024) { IsBackground = true, Name = $"bus {_bus.Id}" };
        thread.Start();
        return Disposable.Create(() =>
        {
            stop.Cancel();
            _wake.Set();
            thread.Join(TimeSpan.FromSeconds(2));
            stop.Dispose();
        });
    }

    private void Loop(IObserver<IReadOnlyList<Sample>> observer, CancellationToken stop)
    {
        using var master = new ModbusMaster(_transport(), stop);
        Stagger();
        try
        {
            while (!stop.IsCancellationRequested)
            {
                Pulse.Beat();
                if (TakeWork() is { } work)
                {
                    work(master);
                }
                else if (NextDue(out var wait) is { } device)
                {
                    Poll(master, device, observer);
                }
                else
                {
                    Pulse.Beat(wait);
                    _wake.WaitOne(wait);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Stopping: the answer that was waited for no longer matters.
        }
#pragma warning disable CA1031 // whatever it is, the subscriber must hear of it: a silent thread is the worst death
        catch (Exception broken)
#pragma warning restore CA1031
        {
            observer.OnError(broken);
        }
    }

    /// <summary>Spreads the first polls over the shortest period.</summary>
    private void Stagger()
    {
        var now = Stopwatch.GetTimestamp();
        for (var i = 0; i < _devices.Count; i++)
        {
            var share = Pace.Real(_clock, _devices[i].Device.Period) * i / _devices.Count;
            _devices[i].Due = now + Ticks(share > TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1) : share);
        }
    }

    private Action<IModbusMaster>? TakeWork()
    {
        lock (_work)
        {
            return _work.TryDequeue(out var work) ? work : null;
        }
    }

    /// <summary>The device that is due; else how long to sleep, in whole milliseconds: what is left of one would be slept as none, again and again.</summary>
    private BusDevice? NextDue(out TimeSpan wait)
    {
        var now = Stopwatch.GetTimestamp();
        BusDevice? next = null;
        for (var i = 0; i < _devices.Count; i++)
        {
            next = next is null || _devices[i].Due < next.Due ? _devices[i] : next;
        }

        wait = next is null ? TimeSpan.FromSeconds(10) : TimeSpan.FromMilliseconds(Math.Ceiling(Stopwatch.GetElapsedTime(now, next.Due).TotalMilliseconds));
        return next is not null && next.Due <= now ? next : null;
    }

    private void Poll(ModbusMaster master, BusDevice device, IObserver<IReadOnlyList<Sample>> observer)
    {
        if (!device.HasWork)
        {
            device.Polls++;
            Schedule(device);
            return;
        }

        try
        {
            _poller.Poll(master, device, observer);
            device.Polls++;
            if (device.Failures >= BusDevice.DeadAfter)
            {
                LogBack(device.Device.Equipment.Id);
            }

            device.Failures = 0;
            device.Answers++;
        }
        catch (ModbusException failure)
        {
            Miss(device, failure, observer);
        }

        Schedule(device);
    }

    private void Miss(BusDevice device, ModbusException failure, IObserver<IReadOnlyList<Sample>> observer)
    {
        device.Failures++;
        device.Errors++;
        device.Trouble = failure.Message;
        if (device.Failures == BusDevice.DeadAfter)
        {
            LogDead(device.Device.Equipment.Id, failure.Message);
        }

        if (device.Failures >= BusDevice.DeadAfter)
        {
            // When it is back all of it is read at once.
            device.Polls = 0;
            var at = _clock.GetUtcNow();
            var why = failure.Fault == ModbusFault.Garbled ? Quality.Undecodable : Quality.NoAnswer;
            observer.OnNext([.. device.Device.Points.Select(point => Sample.Missing(point.Point.Id, at, why))]);
        }
    }

    private void Schedule(BusDevice device)
    {
        var now = Stopwatch.GetTimestamp();
        var wait = Ticks(device.NextWait(Pace.Real(_clock, device.Device.Period)));
        var inTime = device.Due + wait > now;
        if (device.Failures == 0 && !inTime && device.Due > 0)
        {
            Skip(device, now);
        }

        device.Due = device.Failures == 0 && inTime ? device.Due + wait : now + wait;
    }

    private void Skip(BusDevice device, long now)
    {
        device.Skipped++;
        if (_skippedToldAt == 0 || Stopwatch.GetElapsedTime(_skippedToldAt, now) >= BetweenComplaints)
        {
            _skippedToldAt = now;
            LogSkipped(_bus.Id, device.Device.Equipment.Id, device.Device.Period.TotalSeconds, device.Skipped);
        }
    }

    private static long Ticks(TimeSpan span) => (long)(span.TotalSeconds * Stopwatch.Frequency);

    [LoggerMessage(LogLevel.Warning, "{Device} does not answer: {Reason} It is asked less and less often, up to every 30 s.")]
    private partial void LogDead(Model.Sites.EquipmentId device, string reason);

    [LoggerMessage(LogLevel.Warning, "{Bus} is too slow for {Device}, due every {Period} s; polls skipped so far: {Skipped}. Lengthen periodSeconds, or give some devices another line.")]
    private partial void LogSkipped(string bus, Model.Sites.EquipmentId device, double period, long skipped);

    [LoggerMessage(LogLevel.Information, "{Device} answers again.")]
    private partial void LogBack(Model.Sites.EquipmentId device);
}
