using System.Reactive.Linq;
using System.Reactive.Subjects;
using Telemetry.Analytics.Alarms.Rules;
using Telemetry.Analytics.Alarms.Store;
using Telemetry.Model.Alarms;
using Telemetry.Model.Sites;

#pragma warning disable RS0030 // The adapter between calls of people and of the evaluator, and observers: nothing else can feed a hot stream.

namespace Telemetry.Analytics.Alarms;

/// <summary>Where troubles and people meet: the ledger in memory, each step kept in the file before it is told.</summary>
internal sealed class AlarmDesk : IAlarms, IDisposable
{
    private readonly AlarmFile _file;
    private readonly Lock _gate = new();
    private readonly Subject<AlarmNews> _news = new();
    private volatile AlarmLedger _ledger;

    public AlarmDesk(AlarmFile file)
    {
        _file = file;
        using var context = file.Open();
        _ledger = context.Alarms.Where(row => row.ClosedMs == null).AsEnumerable()
            .Aggregate(new AlarmLedger(), (ledger, row) => ledger.Put(row.ToModel()));
    }

    /// <inheritdoc />
    public IObservable<AlarmNews> News => _news.AsObservable();

    /// <inheritdoc />
    public IReadOnlyList<Alarm> Open => _ledger.InOrder();

    /// <inheritdoc />
    public Alarm? Find(Guid id)
    {
        if (_ledger.Open.TryGetValue(id, out var open))
        {
            return open;
        }

        using var context = _file.Open();
        return context.Alarms.Find(id)?.ToModel();
    }

    /// <inheritdoc />
    public IReadOnlyList<Alarm> Raised(DateTimeOffset from, DateTimeOffset to, int most)
    {
        var (first, end) = (from.ToUnixTimeMilliseconds(), to.ToUnixTimeMilliseconds());
        using var context = _file.Open();
        return [.. context.Alarms.Where(row => row.RaisedMs >= first && row.RaisedMs < end).OrderByDescending(row => row.RaisedMs).Take(most).AsEnumerable().Select(row => row.ToModel())];
    }

    /// <inheritdoc />
    public Alarm? Answer(Guid id, Func<Alarm, Alarm> step)
    {
        ArgumentNullException.ThrowIfNull(step);
        lock (_gate)
        {
            if (!_ledger.Open.TryGetValue(id, out var alarm))
            {
                return Find(id);
            }

            var answered = step(alarm);
            Keep(_ledger.Put(answered));
            return answered;
        }
    }

    /// <summary>Takes what the evaluator found, and settles what time alone changes.</summary>
    /// <param name="conditions">What it found.</param>
    /// <param name="now">The instant, UTC.</param>
    /// <param name="roomOf">The boiler room of a boiler that speaks for itself; null for what is none.</param>
    internal void Take(IReadOnlyList<Condition> conditions, DateTimeOffset now, Func<EquipmentId, EquipmentId?> roomOf)
    {
        lock (_gate)
        {
            Keep(conditions.Aggregate(_ledger, (ledger, condition) => ledger.With(condition, Guid.NewGuid())).Settled(now, roomOf));
        }
    }

    public void Dispose() => _news.Dispose();

    // What is told is on the disk: a step that could not be kept did not happen.
    private void Keep(AlarmLedger next)
    {
        var before = _ledger;
        var changed = next.Open.Values.Where(alarm => before.Open.GetValueOrDefault(alarm.Id) != alarm).ToList();
        if (changed.Count == 0)
        {
            return;
        }

        using (var context = _file.Open())
        {
            foreach (var alarm in changed)
            {
                var row = AlarmRow.From(alarm);
                if (before.Open.ContainsKey(alarm.Id))
                {
                    context.Alarms.Update(row);
                }
                else
                {
                    context.Alarms.Add(row);
                }
            }

            context.SaveChanges();
        }

        _ledger = next.WithoutClosed();
        foreach (var alarm in changed)
        {
            _news.OnNext(new AlarmNews(before.Open.GetValueOrDefault(alarm.Id), alarm));
        }
    }
}
