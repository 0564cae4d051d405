using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Telemetry.Analytics.Indicators.Energy;
using Telemetry.Analytics.Registry;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Reports.Days;

/// <summary>Reads the days of boiler rooms that ended, of this year and the one before, before anybody asks for a whole year of them.</summary>
internal sealed partial class OperationKeeper(OperationDays days, ITownRegistry registry, TimeZoneInfo zone, TimeProvider clock, ILogger<OperationKeeper> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(50);
    private readonly HashSet<(EquipmentId Boiler, DateOnly Day)> _known = [];

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
        try
        {
            var today = CivilDays.Of(clock.GetUtcNow(), zone);
            for (var day = today.AddDays(-1); day.Year >= today.Year - 1; day = day.AddDays(-1))
            {
                foreach (var boiler in registry.Current.Equipment.Where(one => one.Kind is EquipmentKind.BoilerRoom or EquipmentKind.Boiler && !_known.Contains((one.Id, day))))
                {
                    var before = days.Computed;
                    days.Prepare(boiler, day);
                    if (days.Computed == before)
                    {
                        _known.Add((boiler.Id, day));
                    }
                    else
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

    [LoggerMessage(Level = LogLevel.Warning, Message = "The days of boiler rooms could not be kept: {Reason}. Pages compute them again; free the disk.")]
    private static partial void Failed(ILogger logger, string reason);
}
