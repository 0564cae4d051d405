using System.Globalization;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Systemd;
using Microsoft.Extensions.Logging;

namespace Telemetry.Gateway.Health;

/// <summary>Tells systemd that the gateway lives, at half the time systemd allows, only while every bus and the uplink really go round.</summary>
internal sealed partial class Watchdog(ISystemdNotifier notifier, StatusBoard board, ILogger<Watchdog> log) : IHostedService, IDisposable
{
    private static readonly ServiceState Alive = new("WATCHDOG=1");
    private ITimer? _timer;
    private bool _silent;

    /// <summary>Half of what <c>WATCHDOG_USEC</c> asks for; null when systemd watches nobody, or another process.</summary>
    internal static TimeSpan? Period(Func<string, string?> variable, int process)
    {
        var mine = variable("WATCHDOG_PID") is not { Length: > 0 } pid || string.Equals(pid, process.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return mine && long.TryParse(variable("WATCHDOG_USEC"), NumberStyles.None, CultureInfo.InvariantCulture, out var microseconds) && microseconds > 0
            ? TimeSpan.FromMicroseconds(microseconds / 2.0)
            : null;
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (notifier.IsEnabled && Period(Environment.GetEnvironmentVariable, Environment.ProcessId) is { } period)
        {
            _timer = TimeProvider.System.CreateTimer(_ => Look(), null, TimeSpan.Zero, period);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose() => _timer?.Dispose();

    /// <summary>One look: a sign of life, or silence and the reason in the journal.</summary>
    internal void Look()
    {
        var stuck = board.Stuck();
        if (stuck.Count == 0)
        {
            notifier.Notify(Alive);
            _silent = false;
        }
        else if (!_silent)
        {
            _silent = true;
            LogStuck(string.Join(", ", stuck));
        }
    }

    [LoggerMessage(LogLevel.Critical, "No longer goes round: {Stuck}. systemd is not told that all is well and will start the gateway again.")]
    private partial void LogStuck(string stuck);
}
