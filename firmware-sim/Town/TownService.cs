using FirmwareSim.Modbus;
using FirmwareSim.Mqtt;
using FirmwareSim.Scenarios;
using Microsoft.Extensions.Hosting;

namespace FirmwareSim.Town;

/// <summary>Brings the town to life: servers, publishers, the walk of time, the books.</summary>
internal sealed class TownService(Options options, SimulatedTown town, TownClock clock, IHostApplicationLifetime life) : BackgroundService
{
    private const int StepsAtOnce = 2000;
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan BooksEvery = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);
    private readonly Books? _books = options.Books is { } path ? new Books(path) : null;

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (_books?.Resume(town) is { } resumed)
        {
            Console.WriteLine(resumed);
        }

        // What was lived since the state was written is lived again before anybody reads: a register shown once never falls.
        CatchUp(stoppingToken);
        town.Faults.Changed += Tell;
        var servers = Wiring.Modbus(town, options, TimeProvider.System, Console.WriteLine)
            .Select(endpoint => (endpoint.Name, endpoint.Address, Server: new ModbusServer(endpoint, options.ModbusDelay, town.Gate))).ToList();
        try
        {
            foreach (var (name, address, server) in servers)
            {
                server.Start();
                Console.WriteLine($"modbus: {name} on {address}");
            }
        }
        catch (System.Net.Sockets.SocketException taken)
        {
            await Console.Error.WriteLineAsync($"modbus: {taken.Message}: is another simulator running?");
            Environment.ExitCode = 1;
            life.StopApplication();
            return;
        }

        var runners = Wiring.Mqtt(town).Select(device => new MqttRunner(device, options.Broker, town, clock)).ToList();
        var running = runners.Select(runner => runner.RunAsync(stoppingToken)).ToList();
        var walking = WalkAsync(stoppingToken);
        await GreetAsync(runners, stoppingToken);
        await FinishAsync([.. running, walking]);
        foreach (var (_, _, server) in servers)
        {
            await server.DisposeAsync();
        }

        _books?.Write(town);
        Console.WriteLine("stopped");
    }

    /// <summary>Waits for the end; a part that broke ends the whole town, loudly.</summary>
    private async Task FinishAsync(IReadOnlyList<Task> parts)
    {
        var first = await Task.WhenAny(parts);
        if (first.Exception is { } broken)
        {
            await Console.Error.WriteLineAsync(broken.ToString());
            Environment.ExitCode = 1;
            life.StopApplication();
        }

        await Task.WhenAll(parts).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private void CatchUp(CancellationToken stop)
    {
        lock (town.Gate)
        {
            while (!stop.IsCancellationRequested && !town.AdvanceTo(clock.Now, StepsAtOnce))
            {
                // One bounded piece after another.
            }
        }
    }

    private async Task GreetAsync(List<MqttRunner> runners, CancellationToken stop)
    {
        var broker = $"{options.Broker.Host}:{options.Broker.Port}";
        try
        {
            var why = await Task.WhenAll(runners.Select(runner => runner.FirstAttempt)).WaitAsync(Patience, stop);
            var missing = why.Where(reason => reason is not null).ToList();
            Console.WriteLine(missing.Count == 0
                ? $"mqtt: {runners.Count} devices connected to {broker}"
                : $"mqtt: {missing.Count} of {runners.Count} devices cannot reach {broker} ({missing[0]}); they go on trying");
        }
        catch (TimeoutException)
        {
            Console.WriteLine($"mqtt: {broker} does not answer; the devices go on trying");
        }
        catch (OperationCanceledException)
        {
            return;
        }

        Console.WriteLine("ready");
    }

    /// <summary>Time walks in small bounded pieces, so that a stall is caught up without shutting the others out.</summary>
    private async Task WalkAsync(CancellationToken stop)
    {
        var written = TimeProvider.System.GetTimestamp();
        while (!stop.IsCancellationRequested)
        {
            bool there;
            lock (town.Gate)
            {
                there = town.AdvanceTo(clock.Now, StepsAtOnce);
            }

            if (_books is not null && TimeProvider.System.GetElapsedTime(written) >= BooksEvery)
            {
                written = TimeProvider.System.GetTimestamp();
                WriteBooks();
            }

            await Task.Delay(there ? Beat : TimeSpan.FromMilliseconds(1), TimeProvider.System, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void WriteBooks()
    {
        try
        {
            _books?.Write(town);
        }
        catch (IOException broken)
        {
            Console.WriteLine($"books: {broken.Message}");
        }
    }

    private static void Tell(FaultEvent item, bool starts) =>
        Console.WriteLine($"fault {(starts ? "on" : "off")}: {ScenarioFile.Word(item.Fault)} at {item.Target}");
}
