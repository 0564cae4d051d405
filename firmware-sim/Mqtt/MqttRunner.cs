using System.Net.Sockets;
using FirmwareSim.Scenarios;
using FirmwareSim.Town;

namespace FirmwareSim.Mqtt;

/// <summary>Keeps one device connected and lets it speak at its pace; a device that falls silent is cut off, so its will is heard.</summary>
internal sealed class MqttRunner(IMqttDevice device, Broker broker, SimulatedTown town, TownClock clock)
{
    private static readonly TimeSpan LeastPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestBackOff = TimeSpan.FromSeconds(15);
    private readonly TaskCompletionSource<string?> _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the first attempt succeeded (null) or failed (why).</summary>
    internal Task<string?> FirstAttempt => _first.Task;

    /// <summary>Runs until stopped; on the way out the device says that it leaves.</summary>
    internal async Task RunAsync(CancellationToken stop)
    {
        var pause = TimeSpan.FromSeconds(1);
        while (!stop.IsCancellationRequested)
        {
            try
            {
                if (!Silent)
                {
                    using var connection = await MqttConnection.OpenAsync(broker, device.ClientId, device.Will, stop);
                    _first.TrySetResult(null);
                    pause = TimeSpan.FromSeconds(1);
                    await TalkAsync(connection, stop);
                }
            }
            catch (Exception broken) when (broken is IOException or SocketException or ObjectDisposedException)
            {
                _first.TrySetResult(broken.Message);
                pause = pause * 2 < LongestBackOff ? pause * 2 : LongestBackOff;
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }

            _first.TrySetResult(null);
            await Task.Delay(Silent ? LeastPause : pause, TimeProvider.System, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private bool Silent => device.Target is { } target && Locked(() => town.Faults.IsOn(Fault.SilentDevice, target));

    private async Task TalkAsync(MqttConnection connection, CancellationToken stop)
    {
        try
        {
            await SayAsync(connection, device.Arrive, stop);
            var next = TimeProvider.System.GetTimestamp();
            while (!Silent)
            {
                if (TimeProvider.System.GetElapsedTime(next) >= TimeSpan.Zero)
                {
                    await SayAsync(connection, device.Speak, stop);
                    next = TimeProvider.System.GetTimestamp() + (long)(clock.RealWait(device.Tick, LeastPause).TotalSeconds * TimeProvider.System.TimestampFrequency);
                }

                await connection.KeepAliveAsync(stop);
                var left = -TimeProvider.System.GetElapsedTime(next);
                await Task.Delay(Shortest(left), TimeProvider.System, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            using var brief = new CancellationTokenSource(TimeSpan.FromMilliseconds(400));
            await connection.LeaveAsync(device.Will, brief.Token);
        }
    }

    private async Task SayAsync(MqttConnection connection, Func<DateTimeOffset, IEnumerable<Message>> words, CancellationToken stop)
    {
        var garbage = false;
        var messages = Locked(() =>
        {
            garbage = device.Target is { } target && town.Faults.IsOn(Fault.GarbageMqtt, target);
            return words(town.Instant).ToList();
        });
        foreach (var message in messages)
        {
            await connection.SendAsync(garbage && !message.Retain ? message with { Payload = Garbage.Next() } : message, stop);
        }
    }

    private static TimeSpan Shortest(TimeSpan left) =>
        left <= TimeSpan.Zero ? TimeSpan.FromMilliseconds(1) : left < LongestPause ? left : LongestPause;

    private T Locked<T>(Func<T> look)
    {
        lock (town.Gate)
        {
            return look();
        }
    }
}
