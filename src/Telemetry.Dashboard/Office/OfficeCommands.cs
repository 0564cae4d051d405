using System.CommandLine;
using Telemetry.Analytics;
using Telemetry.Analytics.History.Sqlite;
using Telemetry.Dashboard.Reports;

namespace Telemetry.Dashboard.Office;

/// <summary>The commands of the officer and of auditors: the same figures as the pages, for machines.</summary>
internal sealed class OfficeCommands
{
    private readonly Option<bool> _json = new("--json") { Description = "Answers for machines: one JSON document.", Recursive = true };
    private readonly Option<string?> _data = new("--data") { Description = "The folder of the centre's files; TELEMETRY_DATA, or data, when not given.", Recursive = true };

    /// <summary>Whether the first word of a command line is one of ours.</summary>
    internal static bool Know(string[] args) => args is ["import" or "indicators" or "baseline" or "carbon" or "report", ..];

    /// <summary>Runs one.</summary>
    /// <returns>0 done; 1 done, with something to look at; 2 nothing done.</returns>
    internal static Task<int> RunAsync(string[] args, TextWriter output, TextWriter error) =>
        new OfficeCommands().Root().Parse(args).InvokeAsync(new InvocationConfiguration { Output = output, Error = error });

    private RootCommand Root() => new("Telemetry, the office's commands. Exit codes: 0 done; 1 done, with something to look at; 2 nothing done.")
    {
        new ImportCommand().Command(this), new IndicatorsCommand().Command(this), new BaselineCommand().Command(this), new CarbonCommand().Command(this),
        new ReportCommand().Command(this), _json, _data,
    };

    /// <summary>Where a command speaks.</summary>
    internal OfficeScreen Screen(ParseResult parsed) =>
        new(parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, parsed.GetValue(_json));

    /// <summary>Runs a command on the centre's files; what is wrong with them is said, not thrown.</summary>
    internal int With(ParseResult parsed, Func<OfficeScreen, IServiceProvider, int> run)
    {
        var screen = Screen(parsed);
        try
        {
            using var services = Open(parsed);
            return run(screen, services);
        }
        catch (Exception unusable) when (unusable is StoreFileException or IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return screen.Fail(unusable.Message);
        }
    }

    /// <summary>The centre's stores and figures, without its wire: nothing is connected, nothing runs by itself.</summary>
    internal ServiceProvider Open(ParseResult parsed)
    {
        var data = parsed.GetValue(_data) ?? Environment.GetEnvironmentVariable("TELEMETRY_DATA") ?? "data";
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(Services.DataKey, (string?)data)]).Build();
        return new ServiceCollection().AddLogging().AddTelemetryAnalytics(configuration).AddSingleton<Reporting>().BuildServiceProvider();
    }
}
