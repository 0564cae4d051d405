using System.Reactive.Linq;
using System.Threading.Channels;
using Telemetry.Analytics.Streams;
using Telemetry.Model.Sites;

namespace Telemetry.Dashboard.Journal.Plants;

/// <summary>Journals what gateways do of themselves as it becomes known. Several points tell of one thing: they are waited for a moment.</summary>
internal sealed partial class PlantWitness(ILiveValues live, PlantScribe scribe, ILogger<PlantWitness> log) : BackgroundService
{
    private static readonly TimeSpan Gather = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var news = Channel.CreateUnbounded<EquipmentId>(new() { SingleReader = true });
        live.Samples.Where(sample => PlantScribe.Concerns(sample.Point.Name)).Subscribe(sample => news.Writer.TryWrite(sample.Point.Equipment), wrong => Deaf(log, wrong), stoppingToken);
        while (await news.Reader.WaitToReadAsync(stoppingToken))
        {
            await Task.Delay(Gather, TimeProvider.System, stoppingToken);
            var rooms = new HashSet<EquipmentId>();
            while (news.Reader.TryRead(out var room))
            {
                rooms.Add(room);
            }

            foreach (var room in rooms)
            {
                await WriteAsync(room, stoppingToken);
            }
        }
    }

    private async Task WriteAsync(EquipmentId room, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                scribe.Look(room);
                return;
            }
            catch (JournalException wrong)
            {
                Unwritten(log, wrong);
                await Task.Delay(Pause, TimeProvider.System, cancel);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "What a gateway did waits for the journal")]
    private static partial void Unwritten(ILogger logger, Exception wrong);

    [LoggerMessage(Level = LogLevel.Critical, Message = "What gateways do is no longer told")]
    private static partial void Deaf(ILogger logger, Exception wrong);
}
