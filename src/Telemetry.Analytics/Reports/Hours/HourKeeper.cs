using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Telemetry.Analytics.Indicators.Energy;
using Telemetry.Analytics.Registry;
using Telemetry.Model.Measures;

namespace Telemetry.Analytics.Reports.Hours;

/// <summary>Computes the days that ended, and mends those that late samples touched, before anybody asks for them.</summary>
internal sealed partial class HourKeeper(
    RegisterHours hours, ITownRegistry registry, TimeZoneInfo zone, TimeProvider clock, ILogger<HourKeeper> log) : BackgroundService
{
    private const int Days = 62;
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(5);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, TimeProvider.System);
        try
        {
            do
            {
                await WalkAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // The host stops.
        }
    }

    private async Task WalkAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var yesterday = CivilDays.Of(now, zone).AddDays(-1);
        try
        {
            foreach (var register in registry.Current.Points.Where(point => point.Accumulation == Accumulation.Counter))
            {
                for (var back = 0; back < Days; back++)
                {
                    var before = hours.Computed;
                    hours.Of(register, yesterday.AddDays(-back), now);
                    if (hours.Computed != before)
                    {
                        await Task.Delay(Breath, TimeProvider.System, cancel);
                    }
                }
            }
        }
        catch (Exception broken) when (broken is not OperationCanceledException)
        {
            // A full disk must not stop the centre: pages compute what is not kept.
            Failed(log, broken.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The hours of ended days could not be kept: {Reason}. Pages compute them again; free the disk.")]
    private static partial void Failed(ILogger logger, string reason);
}
