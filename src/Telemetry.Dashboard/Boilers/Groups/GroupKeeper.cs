namespace Telemetry.Dashboard.Boilers.Groups;

/// <summary>Takes up at the start what a centre before left of its groups, and sees to it that nothing leaves while this one stops.</summary>
internal sealed partial class GroupKeeper(GroupDesk desk, ILogger<GroupKeeper> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    public override Task StopAsync(CancellationToken cancellationToken)
    {
        desk.Close();
        return base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                desk.TakeUp();
                return;
            }
            catch (Exception wrong) when (wrong is not OperationCanceledException)
            {
                // A full disk or a journal that cannot be written: pages tell meanwhile what is so, and the files are told later.
                Untold(log, wrong);
                await Task.Delay(Pause, TimeProvider.System, stoppingToken);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "What a restart cut short waits to be written down")]
    private static partial void Untold(ILogger logger, Exception wrong);
}
