using System.Reactive.Concurrency;
using System.Reactive.Disposables;
using System.Reactive.Linq;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Telemetry.Analytics.Alarms.Rules;
using Telemetry.Analytics.Ingest;
using Telemetry.Analytics.Registry;
using Telemetry.Analytics.Reports.Estate;
using Telemetry.Analytics.Streams;
using Telemetry.Messaging.Clock;
using Telemetry.Model.Control;

namespace Telemetry.Analytics.Alarms;

/// <summary>Runs the evaluator on the live values, on a thread of its own.</summary>
internal sealed class AlarmService(
    ITownRegistry registry, ILiveValues live, IOrders orders, IIngestFacts facts, AlarmDesk desk, IDrifts drifts, TimeProvider clock, ILogger<AlarmService> log) : IHostedService, IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);

    /// <summary>Real time that values may be on their way; a fast town makes much of it.</summary>
    private static readonly TimeSpan OnTheWay = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan FirstDrifts = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan EachDrifts = TimeSpan.FromHours(1);
    private readonly EventLoopScheduler _thread = new(start => new Thread(start) { IsBackground = true, Name = "alarms" });
    private IDisposable? _subscription;
    private IDisposable? _drifting;
    private readonly List<Condition> _waiting = [];
    private bool _failing;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var board = new AlarmBoard(Catalogue.All, desk.Open.Where(alarm => alarm.Stands).Select(alarm => (alarm.Kind, alarm.Source, alarm.Severity)));
        // What is known from before the start, so that a sensor that was lost while we were away is seen as lost.
        foreach (var point in registry.Current.Points)
        {
            if (live.Latest(point.Id) is { } sample)
            {
                board.Hear(sample);
            }
        }

        _subscription = Watch(board);
        _drifting = Drifts(board);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _subscription?.Dispose();
        _drifting?.Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _subscription?.Dispose();
        _drifting?.Dispose();
        _thread.Dispose();
    }

    private IDisposable Watch(AlarmBoard board) => live.Samples.ObserveOn(_thread)
        .Conditions(Steps().ObserveOn(_thread), Looks().ObserveOn(_thread), View, board)
        .Subscribe(Take, wrong => log.LogCritical(wrong, "Alarms are no longer watched: the evaluator stopped"));

    // Days of energy change slowly and cost much to compare: once an hour, beside the evaluator's thread and told on it.
    private IDisposable Drifts(AlarmBoard board) => Observable.Timer(FirstDrifts, EachDrifts, TaskPoolScheduler.Default)
        .Select(_ => Found())
        .Where(found => found is not null)
        .ObserveOn(_thread)
        .Subscribe(found => board.Hear(found!));

    private Dictionary<(string Municipality, string Building), double>? Found()
    {
        try
        {
            return drifts.Drifts().ToDictionary(one => (one.Building.Municipality, one.Building.Id), one => one.Lasting is null ? 0 : one.Share);
        }
        catch (Exception wrong) when (wrong is System.Data.Common.DbException or IOException)
        {
            log.LogError(wrong, "The energy of the buildings could not be compared with their baseline; again within the hour");
            return null;
        }
    }

    private IObservable<(Order Order, OrderReport Report)> Steps() => orders.Reports
        .Select(report => (orders.Find(report.Order)?.Order, report))
        .Where(step => step.Order is not null)
        .Select(step => (step.Order!, step.report));

    private IObservable<DateTimeOffset> Looks() => Observable.Create<DateTimeOffset>(observer =>
    {
        var timer = clock.CreateTimer(_ => observer.OnNext(clock.GetUtcNow()), null, Look, Look);
        return Disposable.Create(timer.Dispose);
    });

    private (Town Town, bool Connected, TimeSpan Slack) View()
    {
        var speed = clock is CivilClock civil ? civil.Speed : 1;
        return (registry.Current, facts.Now.Connected, speed > 1 ? OnTheWay * speed : TimeSpan.Zero);
    }

    // A file that takes nothing for a while must not end the watch, nor lose what was found meanwhile.
    private void Take(IReadOnlyList<Condition> changes)
    {
        _waiting.AddRange(changes);
        try
        {
            var town = registry.Current;
            desk.Take(_waiting, clock.GetUtcNow(), equipment => Cascades.RoomOf(town, equipment));
            _waiting.Clear();
            _failing = false;
        }
        catch (Exception wrong) when (wrong is System.Data.Common.DbException or Microsoft.EntityFrameworkCore.DbUpdateException)
        {
            if (!_failing)
            {
                log.LogError(wrong, "An alarm could not be kept: it is not shown and nobody is told until the file takes it");
            }

            _failing = true;
        }
    }
}
