using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Telemetry.Gateway.Outbox;
using Telemetry.Messaging.Sparkplug;
using Telemetry.Model.Control;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Gateway.Uplink;

/// <summary>One thread that owns the outbox: keeps what comes, sends what is kept, deletes what is confirmed.</summary>
internal sealed partial class UplinkWorker : IDisposable
{
    private const int Window = 64;
    private static readonly TimeSpan Flush = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Live = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan BetweenCounters = TimeSpan.FromSeconds(10);
    private readonly OutboxFile _outbox;
    private readonly IEdgeSession _session;
    private readonly Func<long> _refused;
    private readonly ILogger _log;
    private readonly Pending _pending = new(200_000);
    private readonly SendWindow _window = new(Window, Patience);
    private readonly ConcurrentQueue<(string Outbox, long UpTo)> _confirmed = new();
    private readonly ConcurrentQueue<(string Device, bool Answers)> _reach = new();
    private readonly AutoResetEvent _wake = new(initialState: false);
    private readonly CancellationTokenSource _stop = new();
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly Thread _thread;
    private readonly CommitPace _pace = new();
    private IReadOnlyList<OutboxBatch> _unkept = [];
    private long _highest = -1;
    private (long, long, long) _toldCounters;
    private TimeSpan _countersAt;
    private TimeSpan _diskFailedAt = TimeSpan.MinValue;
    private volatile bool _restart;
    private volatile IReadOnlyList<Metric> _counters = [];

    internal UplinkWorker(OutboxFile outbox, IEdgeSession session, Func<long> refused, ILogger log)
    {
        (_outbox, _session, _refused, _log) = (outbox, session, refused, log);
        _counters = BirthCertificates.Counters(outbox, refused());
        _thread = new Thread(Loop, 512 * 1024) { IsBackground = true, Name = "uplink" };
        _window.Restart(outbox.First);
        session.OnlineChanged += online =>
        {
            _restart = true;
            _wake.Set();
        };
        session.Commanded += OnCommand;
    }

    /// <summary>The counters for births, as of the last turn.</summary>
    internal IReadOnlyList<Metric> Counters => _counters;

    /// <summary>Whether the thread still goes round.</summary>
    internal Pulse Pulse { get; } = new();

    internal void Start() => _thread.Start();

    /// <summary>Keeps a sample at the next commit.</summary>
    internal void Add(Sample sample) => _pending.Add(sample);

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

        _stop.Dispose();
        _wake.Dispose();
    }

    private void OnCommand(SparkplugCommand command)
    {
        if (command.Device.Length > 0 || command.Retained)
        {
            return;
        }

        var outbox = command.Metrics.FirstOrDefault(metric => string.Equals(metric.Name, "Outbox/Id", StringComparison.Ordinal))?.Value as string;
        var upTo = command.Metrics.FirstOrDefault(metric => string.Equals(metric.Name, "Outbox/Acknowledged", StringComparison.Ordinal))?.Value as long?;
        if (outbox is not null && upTo is { } sequence)
        {
            _confirmed.Enqueue((outbox, sequence));
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
        try
        {
            Keep();
            Delete();
            Send();
            TellReach();
            TellCounters();
        }
        catch (SqliteException failed)
        {
            // A full or failing disk: what waits is kept in memory, within bounds, and tried again.
            if (Elapsed - _diskFailedAt > TimeSpan.FromMinutes(1) || _diskFailedAt == TimeSpan.MinValue)
            {
                _diskFailedAt = Elapsed;
                LogDisk(failed.Message);
            }
        }
    }

    private TimeSpan Elapsed => Stopwatch.GetElapsedTime(_start);

    private void Keep()
    {
        if (_unkept.Count == 0 && _pace.TakeKeep(Elapsed, _pending.IsUrgent || _stop.IsCancellationRequested))
        {
            _unkept = _pending.Take(TimeProvider.System.GetUtcNow());
        }

        if (_unkept.Count > 0)
        {
            _outbox.Append(_unkept);
            _unkept = [];
        }
    }

    private void Delete()
    {
        while (_confirmed.TryDequeue(out var confirmed))
        {
            if (string.Equals(confirmed.Outbox, _outbox.Id, StringComparison.OrdinalIgnoreCase) && confirmed.UpTo <= _outbox.Last)
            {
                _highest = Math.Max(_highest, confirmed.UpTo);
                _window.Confirmed(_outbox.First, Elapsed);
            }
        }

        if (_highest >= _outbox.First && _pace.TakeDelete(Elapsed, _window.Room(_outbox.First) < Window / 2 || _stop.IsCancellationRequested))
        {
            _outbox.Acknowledge(_outbox.Id, _highest);
            _window.Confirmed(_outbox.First, Elapsed);
        }
    }

    private void Send()
    {
        if (_restart)
        {
            _restart = false;
            _window.Restart(Math.Max(_outbox.First, _highest + 1));
        }

        if (!_session.IsOnline)
        {
            return;
        }

        // What is confirmed but not deleted yet is not waited for.
        if (_window.RestartWhenSilent(Math.Max(_outbox.First, _highest + 1), Elapsed))
        {
            LogAgain(_outbox.First, _outbox.Last);
        }

        var room = _window.Room(_outbox.First);
        if (room == 0 || _window.Sent >= _outbox.Last)
        {
            return;
        }

        var now = TimeProvider.System.GetUtcNow();
        foreach (var batch in _outbox.ReadAfter(_window.Sent, room))
        {
            if (!_session.Publish(batch.Device, SparkplugMetrics.Of(batch, _outbox.First, now - batch.KeptAt > Live)))
            {
                return;
            }

            _window.Note(batch.Sequence, _outbox.First, Elapsed);
        }
    }

    private void TellReach()
    {
        while (_session.IsOnline && _reach.TryDequeue(out var reach))
        {
            _ = reach.Answers ? _session.PublishDeviceBirth(reach.Device) : _session.PublishDeviceDeath(reach.Device);
        }
    }

    private void TellCounters()
    {
        var refused = _refused();
        _counters = BirthCertificates.Counters(_outbox, refused);
        var now = (_outbox.Depth, _outbox.Dropped, refused);
        if (_session.IsOnline && now != _toldCounters && Elapsed - _countersAt >= BetweenCounters && _session.Publish("", _counters))
        {
            (_toldCounters, _countersAt) = (now, Elapsed);
        }
    }

    [LoggerMessage(LogLevel.Information, "The centre confirmed nothing for 5 s: sending {First} to {Last} again.")]
    private partial void LogAgain(long first, long last);

    [LoggerMessage(LogLevel.Error, "The outbox cannot be written ({Why}). Samples wait in memory until it can.")]
    private partial void LogDisk(string why);
}
