using FirmwareSim;
using FirmwareSim.Physics;
using FirmwareSim.Scenarios;
using FirmwareSim.Town;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

if (args is ["--help" or "-h"])
{
    Console.WriteLine(Options.Usage);
    Console.WriteLine(FirmwareSim.Past.PastCommand.Usage);
    return 0;
}

try
{
    if (args is ["past", ..])
    {
        return FirmwareSim.Past.PastCommand.Run(args[1..]);
    }

    var options = Options.Parse(args, Environment.GetEnvironmentVariable);
    var clock = TownClock.Parse(options.Clock, TimeProvider.System);
    var start = clock.Now;
    IWeather weather = options.Weather is { } file ? FileWeather.Load(file, options.Seed) : new SyntheticWeather(options.Seed);
    var (events, problems) = options.Scenario is { } scenario ? ScenarioFile.Load(scenario, start) : ([], []);
    if (problems.Count > 0)
    {
        problems.ForEach(problem => Console.Error.WriteLine(problem));
        return 2;
    }

    var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
    builder.Logging.ClearProviders();
    builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
    builder.Services.AddSingleton(options).AddSingleton(clock)
        .AddSingleton(new SimulatedTown(options.Seed, weather, new FaultBoard(events), start))
        .AddHostedService<TownService>();
    await builder.Build().RunAsync();
    return Environment.ExitCode;
}
catch (Exception wrong) when (wrong is FormatException or FileNotFoundException or DirectoryNotFoundException)
{
    await Console.Error.WriteLineAsync(wrong.Message);
    await Console.Error.WriteLineAsync(Options.Usage);
    return 2;
}
