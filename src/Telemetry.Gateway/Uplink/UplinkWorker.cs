using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Telemetry.Gateway.Outbox;
using Telemetry.Gateway.Pipeline;
using Telemetry.Messaging.Delivery;
using Telemetry.Messaging.Sparkplug;
using Telemetry.Model.Control;
using Telemetry.Model.Sites;

namespace Telemetry.Gateway.Uplink;

/// <summary>One thread that owns the outbox: keeps what comes, sends what is kept, deletes what is confirmed.</summary>
internal sealed partial class UplinkWorker : IDisposable
{
    private const int InMemory = 200_000;
    private static readonly TimeSpan Flush = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan BetweenCounters = TimeSpan.FromSeconds(10);
    private readonly OutboxFile _outbox;
    private readonly IEdgeSession _session;
    private readonly Func<long> _refused;
    private readonly ClockWatch _watch;
    private readonly ILogger _log;
    private readonly Pending _pending = new(InMemory);
    private readonly ClockHold _hold;
    private readonly Keeper _keeper;
    private readonly Sender _sender;
    private readonly ConcurrentQueue<(string Outbox, long UpTo, SequenceSet? Ranges)> _confirmed = new();
    private readonly ConcurrentQueue<(string Device, bool Answers)> _reach = new();
    private readonly AutoResetEvent _wake = new(initialState: false);
    private readonly CancellationTokenSource _stop = new();
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly Thread _thread;
    private readonly CommitPace _pace = new();
    private readonly Action<DateTimeOffset>? _centreAt;
    private long _highest;
    private (long, long, long, bool, bool) _toldCounters;
    private TimeSpan _countersAt;
    private TimeSpan _saidAt = TimeSpan.MinValue;
    private volatile bool _restart;
    private volatile IReadOnlyList<Metric> _counters = [];

    internal UplinkWorker(OutboxFile outbox, IEdgeSession session, Func<long> refused, ClockWatch watch, ILogger log, Action<DateTimeOffset>? centreAt = null)
    {
        (_outbox, _session, _refused, _watch, _log, _centreAt) = (outbox, session, refused, watch, log, centreAt);
        _hold = new ClockHold(watch, InMemory / 4, TimeSpan.FromMinutes(15));
        _keeper = new Keeper(outbox, InMemory, log);
        _sender = new Sender(outbox, session, log);
        _counters = BirthCertificates.Counters(Facts());
        _thread = new Thread(Loop, 512 * 1024) { IsBackground = true, Name = "uplink" };
        _sender.Restart();
        session.OnlineChanged += _ =>
        {
            _restart = true;
            _wake.Set();
        };
        session.Commanded += OnCommand;
        watch.Stepped += LogStepped;
    }

    /// <summary>The counters for births, as of the last turn.</summary>
    internal IReadOnlyList<Metric> Counters => _counters;

    /// <summary>Whether the thread still goes round.</summary>
    internal Pulse Pulse { get; } = new();

    internal void Start() => _thread.Start();

    /// <summary>Keeps samples at the next commit.</summary>
    internal void Add(Moment moment) => _pending.Add(moment.Samples);

    /// <summary>Keeps a step of an order's life, at once.</summary>
    internal void Add(PointId point, OrderReport report)
    {
        _pending.Add(point, report);
        _wake.Set();
    }

    /// <summary>Tells the centre that a device stopped or started to answer, after what was measured before.</summary>
    internal void Reached(EquipmentId device, bool answers)
    {
        _reach.Enqueue((device.Device, answers));
        _wake.Set();
    }

    public void Dispose()
    {
        _stop.Cancel();
        _wake.Set();
        if (_thread.IsAlive)
        {
            _thread.Join(TimeSpan.FromSeconds(1));
        }

        _watch.Stepped -= LogStepped;
        _stop.Dispose();
        _wake.Dispose();
    }

    private void OnCommand(SparkplugCommand command)
    {
        if (command.Device.Length > 0 || command.Retained)
        {
            return;
        }

        object? Told(string name) => command.Metrics.FirstOrDefault(metric => string.Equals(metric.Name, name, StringComparison.Ordinal))?.Value;
        if (Told("Outbox/Id") is string outbox && Told("Outbox/Acknowledged") is long upTo)
        {
            if (command.Metrics.FirstOrDefault(metric => string.Equals(metric.Name, "Outbox/Acknowledged", StringComparison.Ordinal))?.Timestamp is { } left)
            {
                _centreAt?.Invoke(left);
            }

            _confirmed.Enqueue((outbox, upTo, Told("Outbox/Ranges") is string ranges ? SequenceSet.Parse(ranges) : null));
            _wake.Set();
        }
    }

    private void Loop()
    {
        while (!_stop.IsCancellationRequested)
        {
            _wake.WaitOne(Flush);
            Pulse.Beat();
            Turn();
        }

        Turn();
    }

    private void Turn()
    {
        var now = Stopwatch.GetElapsedTime(_start);
        Keep(now);
        Delete(now);
        try
        {
            if (_restart)
            {
                _restart = false;
                _sender.Restart();
            }

            _sender.Send(now, _watch.Steady, _keeper.TakeFresh());
        }
        catch (SqliteException failed)
        {
            // A disk that cannot even be read: tried again, said once a minute.
            if (_saidAt == TimeSpan.MinValue || now - _saidAt >= TimeSpan.FromMinutes(1))
            {
                _saidAt = now;
                LogUnreadable(failed.Message);
            }
        }

        TellReach();
        TellCounters(now);
    }

    private void Keep(TimeSpan now)
    {
        if (!_pace.TakeKeep(now, _pending.IsUrgent || _stop.IsCancellationRequested))
        {
            return;
        }

        var batches = _pending.Take(_watch.Look().Steady, samples => _hold.Pass(samples, now));
        if (!_keeper.Keep(batches, now))
        {
            _sender.TellUnkept(batches);
        }
    }

    private void Delete(TimeSpan now)
    {
        while (_confirmed.TryDequeue(out var confirmed))
        {
            // A number that was never given is no confirmation of ours.
            if (string.Equals(confirmed.Outbox, _outbox.Id, StringComparison.OrdinalIgnoreCase) && confirmed.UpTo <= _outbox.Last)
            {
                _highest = Math.Max(_highest, confirmed.UpTo);
                _sender.Confirmed(confirmed.UpTo, confirmed.Ranges, now);
            }
        }

        if (_highest >= _outbox.First && _pace.TakeDelete(now, _stop.IsCancellationRequested))
        {
            _keeper.Acknowledge(_highest, now);
        }
    }

    private void TellReach()
    {
        while (_session.IsOnline && _reach.TryDequeue(out var reach))
        {
            _ = reach.Answers ? _session.PublishDeviceBirth(reach.Device) : _session.PublishDeviceDeath(reach.Device);
        }
    }

    private OutboxFacts Facts() => new(
        _outbox.Depth, _outbox.Dropped + _keeper.Dropped, _refused(), _keeper.IsWritable, _watch.IsCertain);

    private void TellCounters(TimeSpan elapsed)
    {
        var facts = Facts();
        _counters = BirthCertificates.Counters(facts);
        var now = (facts.Depth, facts.Dropped, facts.Refused, facts.IsWritable, facts.IsClockCertain);
        if (_session.IsOnline && now != _toldCounters && elapsed - _countersAt >= BetweenCounters && _session.Publish("", _counters))
        {
            (_toldCounters, _countersAt) = (now, elapsed);
        }
    }

    private void LogStepped(TimeSpan step) => LogStep(step);

    [LoggerMessage(LogLevel.Error, "The outbox cannot be read ({Why}).")]
    private partial void LogUnreadable(string why);

    [LoggerMessage(LogLevel.Warning, "The machine's clock stepped by {Step}: instants are marked uncertain for a while.")]
    private partial void LogStep(TimeSpan step);
}
