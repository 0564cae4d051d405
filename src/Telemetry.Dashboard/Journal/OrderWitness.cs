using Telemetry.Analytics.Ingest;
using Telemetry.Analytics.Registry;
using Telemetry.Model.Control;

namespace Telemetry.Dashboard.Journal;

/// <summary>Journals every step of every order as it becomes known, and at the start those that became known while nobody was here.</summary>
internal sealed partial class OrderWitness(
    IOrders orders, ITownRegistry registry, OrderScribe scribe, OrderNews news, TimeProvider clock, ILogger<OrderWitness> log) : BackgroundService
{
    private const int StoriesLookedAt = 100;
    private static readonly TimeSpan Lookback = TimeSpan.FromDays(30);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Before the past is read: what comes meanwhile waits in the news.
        orders.Reports.Subscribe(news.Tell, wrong => Deaf(log, wrong), stoppingToken);
        await UntilWrittenAsync(CatchUp, stoppingToken);
        await foreach (var report in news.Waiting.ReadAllAsync(stoppingToken))
        {
            if (report.State != OrderState.Requested)
            {
                await UntilWrittenAsync(() => Keep(report), stoppingToken);
            }
        }
    }

    private void Keep(OrderReport report)
    {
        if (orders.Find(report.Order) is { } story)
        {
            scribe.Step(story.Order, report);
        }
    }

    private void CatchUp()
    {
        var since = clock.GetUtcNow() - Lookback;
        var stories = registry.Current.Equipment.SelectMany(one => orders.For(one.Id, StoriesLookedAt))
            .Where(story => story.Order.RequestedAt >= since)
            .OrderBy(story => story.Order.RequestedAt);
        foreach (var story in stories)
        {
            scribe.CatchUp(story);
        }
    }

    private async Task UntilWrittenAsync(Action work, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                work();
                return;
            }
            catch (JournalException wrong)
            {
                Unwritten(log, wrong);
                await Task.Delay(Pause, TimeProvider.System, cancel);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "A step of an order waits for the journal")]
    private static partial void Unwritten(ILogger logger, Exception wrong);

    [LoggerMessage(Level = LogLevel.Critical, Message = "The steps of orders are no longer told")]
    private static partial void Deaf(ILogger logger, Exception wrong);
}
