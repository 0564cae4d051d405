using System.Reactive.Concurrency;
using System.Reactive.Disposables;
using System.Reactive.Linq;
using Microsoft.Extensions.Logging.Abstractions;
using Spectre.Console;
using Telemetry.Gateway.Configuration;
using Telemetry.Gateway.Drivers;
using Telemetry.Gateway.Health;
using Telemetry.Gateway.Pipeline;
using Telemetry.Messaging.Clock;
using Telemetry.Messaging.Mqtt;

namespace Telemetry.Gateway.Commissioning;

/// <summary><c>gateway watch</c>: every value, live. Asks the running gateway where there is one, for a serial line and many controllers take one master only.</summary>
internal static class WatchCommand
{
    private static readonly TimeSpan Refresh = TimeSpan.FromSeconds(1);

    internal static async Task<int> RunAsync(Screen screen, GatewayOptions options, double? seconds, string? frames, CancellationToken cancel)
    {
        if (Installation.Load(options.Site, options.Devices, Environment.GetEnvironmentVariable).Value is not { } site)
        {
            return screen.Fail($"{options.Site} ne se lit pas : « gateway check » dit pourquoi.", $"{options.Site} cannot be read: 'gateway check' says why.");
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        if (seconds is { } bound)
        {
            stop.CancelAfter(TimeSpan.FromSeconds(bound));
        }

        if (frames is not null)
        {
            return await FramesCommand.RunAsync(screen, site, frames, options.StatusPort, stop.Token);
        }

        if (options.StatusPort is { } port && await RunningGateway.AskAsync(port, stop.Token) is { } first && string.Equals(first.Gateway, site.Gateway, StringComparison.Ordinal))
        {
            var page = FormattableString.Invariant($"http://127.0.0.1:{port}/");
            screen.Say($"Valeurs de la passerelle en service ({page}).", $"Values of the running gateway ({page}).");
            var last = first;
            await ShowAsync(screen, async () => last = await RunningGateway.AskAsync(port, stop.Token) ?? last, stop.Token);
            return 0;
        }

        screen.Say(
            "Lecture directe du terrain. Si la passerelle tourne déjà, arrêtez-la ou donnez --status PORT : deux maîtres sur une ligne se gênent.",
            "Reading the field directly. If the gateway already runs, stop it or give --status PORT: two masters on one line disturb each other.");
        var broker = GatewayHost.Broker(options);
        var clock = CivilClock.FromEnvironment();
        var board = new StatusBoard(site, clock);
        using var field = Open(site, board, broker, clock);
        await ShowAsync(screen, () => Task.FromResult(board.View()), stop.Token);
        return 0;
    }

    /// <summary>The field through the real drivers and judgement, without outbox nor uplink.</summary>
    private static CompositeDisposable Open(SiteConfiguration site, StatusBoard board, MqttSettings broker, TimeProvider clock)
    {
        var buses = FieldDrivers.Buses(site, clock, NullLogger.Instance);
        var fields = FieldDrivers.Fields(site, broker, "watch", clock, NullLogger.Instance);
        board.Sources = new StatusSources { Buses = buses, Refused = () => fields?.Refused ?? 0 };
        var drivers = buses.Select(bus => (IDriver)bus).Concat(fields is null ? [] : [fields]).Select(driver => driver.Moments);
        var parts = new CompositeDisposable(SamplePipeline.Judged(drivers, new PointTable(PointRules.For(site)), clock, new ClockWatch(TimeProvider.System, BuildDate.OfThisGateway), DefaultScheduler.Instance).Subscribe(board.Hear));
        foreach (var bus in buses)
        {
            parts.Add(bus);
        }

        return parts;
    }

    private static async Task ShowAsync(Screen screen, Func<Task<StatusView>> view, CancellationToken cancel)
    {
        if (screen.IsLive)
        {
            await screen.Console.Live(WatchTable.Of(screen.Language, await view())).StartAsync(async live =>
            {
                while (await NextAsync(cancel))
                {
                    live.UpdateTarget(WatchTable.Of(screen.Language, await view()));
                }
            });
            return;
        }

        StatusView? last = null;
        while (await NextAsync(cancel))
        {
            last = await view();
            if (screen.IsJson)
            {
                Screen.Line(StatusJson.Write(last));
            }
        }

        if (!screen.IsJson)
        {
            // A pipe cannot be redrawn: what there was at the end.
            screen.Console.Write(WatchTable.Of(screen.Language, last ?? await view()));
        }
    }

    /// <summary>Waits for the next turn; false when it is time to stop.</summary>
    private static async Task<bool> NextAsync(CancellationToken cancel)
    {
        try
        {
            await Task.Delay(Refresh, TimeProvider.System, cancel);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
