using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Telemetry.Analytics.Reports;

/// <summary>Walks over days again and again, so that they are read before anybody asks for them.</summary>
/// <param name="every">Between two walks, real time.</param>
/// <param name="what">What is kept, for the log.</param>
/// <param name="log">The log.</param>
internal abstract partial class DayKeeper(TimeSpan every, string what, ILogger log) : BackgroundService
{
    /// <summary>One walk.</summary>
    protected abstract Task WalkAsync(CancellationToken cancel);

    /// <summary>Gives way to whoever else wants the history.</summary>
    protected static Task BreatheAsync(TimeSpan time, CancellationToken cancel) => Task.Delay(time, TimeProvider.System, cancel);

    /// <inheritdoc />
    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(every, TimeProvider.System);
        try
        {
            do
            {
                await TryAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // The host stops.
        }
    }

    private async Task TryAsync(CancellationToken cancel)
    {
        try
        {
            await WalkAsync(cancel);
        }
        catch (Exception broken) when (broken is not OperationCanceledException)
        {
            // A full disk must not stop the centre: pages compute what is not kept.
            Failed(log, what, broken.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{What} could not be kept: {Reason}. Pages compute them again; free the disk.")]
    private static partial void Failed(ILogger logger, string what, string reason);
}
