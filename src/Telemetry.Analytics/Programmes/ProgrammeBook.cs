using System.Collections.Immutable;
using Telemetry.Analytics.Ingest;
using Telemetry.Analytics.Programmes.Store;
using Telemetry.Messaging.Programmes;
using Telemetry.Model.Control;
using Telemetry.Model.Schedules;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Programmes;

/// <summary>Keeps the versions in a file and in memory, sends new ones, hears what gateways say of them.</summary>
internal sealed class ProgrammeBook : IProgrammes, IDisposable
{
    private readonly ProgrammeFile _file;
    private readonly Orders _orders;
    private readonly TimeProvider _clock;
    private readonly Lock _gate = new();
    private readonly IDisposable _listening;
    private volatile ImmutableDictionary<EquipmentId, ImmutableList<ProgrammeStory>> _shelves;

    public ProgrammeBook(ProgrammeFile file, Orders orders, TimeProvider clock)
    {
        (_file, _orders, _clock) = (file, orders, clock);
        using (var context = file.Open())
        {
            _shelves = context.Programmes.AsEnumerable().Select(row => row.ToModel()).OfType<ProgrammeStory>()
                .GroupBy(story => story.Programme.Equipment)
                .ToImmutableDictionary(group => group.Key, group => group.OrderByDescending(NewestFirst).ToImmutableList());
        }

        _listening = orders.Reports.Subscribe(Hear);
    }

    /// <inheritdoc />
    public IReadOnlyList<ProgrammeStory> For(EquipmentId equipment) => _shelves.GetValueOrDefault(equipment, []);

    /// <inheritdoc />
    public ProgrammeSending Send(Programme programme, Guid order, DateTimeOffset expiresAt, OrderRole role = OrderRole.Technician)
    {
        ArgumentNullException.ThrowIfNull(programme);
        var now = _clock.GetUtcNow();
        var problems = ProgrammeCheck.Problems(programme, this.InForce(programme.Equipment), now);
        if (!ProgrammeCheck.MayRun(problems))
        {
            return new(problems, null);
        }

        // On the shelf before it leaves: its answer may come before this line is reached again.
        Keep(programme, new OrderReport { Order = order, State = OrderState.Requested, At = now });
        var sent = _orders.Send(
            new Order
            {
                Id = order, Kind = OrderKind.Programme, Point = new PointId(programme.Equipment, ProgrammeWire.SetName), Value = programme.Version,
                Until = expiresAt, RequestedAt = now, ExpiresAt = expiresAt, By = programme.By, Reason = programme.Reason, Role = role,
            },
            ProgrammeWire.Command(programme, order, now, expiresAt, role));
        return new(problems, sent);
    }

    /// <summary>A gateway says at its birth what it runs: a centre that lost its books has them again.</summary>
    internal void Born(EquipmentId equipment, byte[] json, DateTimeOffset at)
    {
        if (ProgrammeJson.Read(json, out _) is { } programme && programme.Equipment == equipment
            && For(equipment).FirstOrDefault(story => story.Programme.Version == programme.Version) is not { IsKept: true })
        {
            Keep(programme, new OrderReport { Order = Guid.NewGuid(), State = OrderState.Confirmed, At = at });
        }
    }

    public void Dispose() => _listening.Dispose();

    private static (int Version, DateTimeOffset At) NewestFirst(ProgrammeStory story) => (story.Programme.Version, story.Last.At);

    private void Keep(Programme programme, OrderReport first)
    {
        lock (_gate)
        {
            var shelf = _shelves.GetValueOrDefault(programme.Equipment, []);
            if (shelf.Exists(story => story.Last.Order == first.Order))
            {
                return;
            }

            using var context = _file.Open();
            context.Programmes.Add(ProgrammeRow.From(programme, first));
            context.SaveChanges();
            Show(programme.Equipment, shelf.Add(new(programme, first)));
        }
    }

    private void Hear(OrderReport report)
    {
        lock (_gate)
        {
            foreach (var (equipment, shelf) in _shelves)
            {
                if (shelf.Find(story => story.Last.Order == report.Order) is { } story && !story.IsKept)
                {
                    using var context = _file.Open();
                    context.Programmes.Find(report.Order)?.Take(report);
                    context.SaveChanges();
                    Show(equipment, shelf.Replace(story, story with { Last = report }));
                    return;
                }
            }
        }
    }

    private void Show(EquipmentId equipment, IEnumerable<ProgrammeStory> shelf) =>
        _shelves = _shelves.SetItem(equipment, [.. shelf.OrderByDescending(NewestFirst)]);
}
