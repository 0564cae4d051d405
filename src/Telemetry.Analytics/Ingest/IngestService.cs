using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Telemetry.Analytics.History;
using Telemetry.Analytics.Programmes;
using Telemetry.Analytics.Registry;
using Telemetry.Analytics.Streams;
using Telemetry.Messaging.Sparkplug;

namespace Telemetry.Analytics.Ingest;

/// <summary>Listens to the wire: a queue, one thread that stores, a timer that ends unanswered orders.</summary>
internal sealed class IngestService : IHostedService, IIngestFacts, IDisposable
{
    private const int Capacity = 20_000;
    private static readonly TimeSpan CommitWithin = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromMilliseconds(100);
    private readonly IHostSession _session;
    private readonly Gathering _gathering;
    private readonly Intake _intake;
    private readonly Acknowledgements _answers;
    private readonly IHistory _history;
    private readonly Orders _orders;
    private readonly TimeProvider _clock;
    private readonly ILogger<IngestService> _log;
    private readonly Action _recall;
    private readonly IntakeQueue _queue = new(Capacity);
    private readonly Thread _thread;
    private ITimer? _timer;
    private long _failures;
    private bool _failing;
    private bool _full;

    public IngestService(
        IHostSession session, TownRegistry registry, IHistory history, HistoryNews news, LiveValues live, Orders orders, ProgrammeBook programmes,
        Realm realm, TimeProvider clock, ILogger<IngestService> log)
    {
        (_session, _history, _orders, _clock, _log) = (session, history, orders, clock, log);
        _answers = new Acknowledgements(session, clock);
        _gathering = new Gathering(history, news, live, _answers, clock, log);
        _intake = new Intake(registry, _gathering, orders, programmes, realm, clock);
        _recall = () => live.Recall(registry.Current.Points.Select(point => point.Id), history, clock.GetUtcNow());
        _thread = new Thread(Run) { IsBackground = true, Name = "ingest" };
    }

    /// <inheritdoc />
    public IngestFacts Now => new(
        _session.IsConnected, _history.Count(), _queue.Depth, _queue.Refused, _session.Refused, Interlocked.Read(ref _failures))
    {
        Quarantined = _gathering.Quarantined,
    };

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _recall();
        _session.Received += Hear;
        _session.ConnectedChanged += _queue.Offer;
        _thread.Start();
        _timer = _clock.CreateTimer(_ => Expire(), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        _session.Start();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _session.Received -= Hear;
        _session.ConnectedChanged -= _queue.Offer;
        _timer?.Dispose();
        _queue.Close();
        if (_thread.IsAlive)
        {
            _thread.Join(TimeSpan.FromSeconds(10));
        }

        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _timer?.Dispose();
        _queue.Dispose();
    }

    private void Hear(HostEvent message)
    {
        var taken = _queue.Offer(message);
        if (!taken && !_full)
        {
            _log.LogWarning("The intake is full: data are let go until the store catches up; gateways send theirs again");
        }

        _full = !taken;
    }

    private void Run()
    {
        var real = TimeProvider.System;
        var due = real.GetTimestamp();
        while (!_queue.IsClosed)
        {
            if (_queue.Take(AnswerWithin) is { } heard)
            {
                if (!_answers.Any && _gathering.IsEmpty)
                {
                    due = real.GetTimestamp();
                }

                Guarded(() => _intake.Handle(heard));
            }

            var idle = _queue.Depth == 0;
            if (!_gathering.IsEmpty && (idle || _gathering.IsFull || real.GetElapsedTime(due) >= CommitWithin))
            {
                Guarded(_gathering.Flush);
            }

            if (_answers.Any && (idle || real.GetElapsedTime(due) >= AnswerWithin))
            {
                _answers.Send();
            }
        }

        Guarded(_gathering.Flush);
        _answers.Send();
    }

    private void Guarded(Action step)
    {
        try
        {
            step();
            _failing = false;
        }
        catch (Exception wrong)
        {
            // One message must not end the town. Not stored, so not acknowledged: the gateway sends it again. Said once until it works again.
            Interlocked.Add(ref _failures, wrong is AggregateException many ? many.InnerExceptions.Count : 1);
            if (!_failing)
            {
                _log.LogError(wrong, "A message could not be stored: it is not acknowledged");
            }

            _failing = true;
        }
    }

    private void Expire()
    {
        try
        {
            _orders.ExpireUnanswered();
        }
        catch (Exception wrong) when (wrong is DbException or DbUpdateException)
        {
            _log.LogError(wrong, "Unanswered orders could not be ended");
        }
    }
}
