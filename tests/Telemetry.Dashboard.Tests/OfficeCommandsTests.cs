using System.Text.Json;
using Telemetry.Dashboard.Office;

namespace Telemetry.Dashboard.Tests;

/// <summary>The office's commands, as a machine runs them.</summary>
public sealed class OfficeCommandsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("office-");

    [Fact]
    public async Task Import_DryRunThenReal_ThenAgain()
    {
        var file = Write("use.csv", "date;kWh\n2025-01-01;10\n2025-01-02;x\n");
        var mapping = Write("map.yaml", "kind: energy\ntime: { column: date, step: 1d }\nvalues: [ { column: kWh, unit: kWh, building: a, carrier: Electricity } ]\n");

        var dry = await RunAsync("import", file, "--mapping", mapping, "--dry-run", "--json");
        var real = await RunAsync("import", file, "--mapping", mapping, "--json");
        var again = await RunAsync("import", file, "--mapping", mapping);
        var none = await RunAsync("import", file + "x", "--mapping", mapping);

        Assert.Equal((1, 1, 1, 2), (dry.Code, real.Code, again.Code, none.Code));
        Assert.Equal(1, JsonDocument.Parse(dry.Output).RootElement.GetProperty("files")[0].GetProperty("added").GetInt32());
        Assert.Equal(3, JsonDocument.Parse(real.Output).RootElement.GetProperty("files")[0].GetProperty("refused")[0].GetProperty("line").GetInt32());
        Assert.Contains("added 0, changed 0, already there 1", again.Output, StringComparison.Ordinal);
        Assert.Contains("there is no such file", none.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Baseline_TwoFiles_GivesTheModelTheyWereMadeFrom()
    {
        var days = Enumerable.Range(0, 365).Select(day => (Date: new DateOnly(2025, 1, 1).AddDays(day), T: 11 - (9 * Math.Cos(2 * Math.PI * day / 365)))).ToList();
        var use = Write("use.csv", "date;kWh\n" + string.Join('\n', days.Select(day => FormattableString.Invariant($"{day.Date:yyyy-MM-dd};{40 + (6 * Math.Max(0, 16 - day.T)):0.####}"))));
        var weather = Write("t.csv", "date;t\n" + string.Join('\n', days.Select(day => FormattableString.Invariant($"{day.Date:yyyy-MM-dd};{day.T:0.####}"))));

        var (code, output, _) = await RunAsync("baseline", "fit", "--meter", use, "--weather", weather, "--json");
        var root = JsonDocument.Parse(output).RootElement;
        var (bad, _, error) = await RunAsync("baseline", "fit", "--meter", use, "--weather", weather, "--model", "7p");

        Assert.Equal(0, code);
        Assert.Equal(40, root.GetProperty("intercept").GetDouble(), 0.05);
        Assert.Equal(6, root.GetProperty("heatingSlope").GetDouble(), 0.05);
        Assert.Equal(16, root.GetProperty("heatingPoint").GetDouble(), 0.01);
        Assert.Equal("Good", root.GetProperty("verdict").GetString());
        Assert.Equal(2, bad);
        Assert.Contains("caltrack, 2p", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("indicators --from 2025-01-01", "Write both --from")]
    [InlineData("indicators --from 2025-02-01 --to 2025-01-01", "The period is empty")]
    [InlineData("carbon --period someday", "write a year")]
    [InlineData("report freeze --kind weekly --period 2025", "monthly, yearly or carbon")]
    [InlineData("report write 2020-001 --out /tmp/nowhere", "There is no frozen report")]
    public async Task Wrong_IsSaidWithWhatToWrite(string line, string words)
    {
        var (code, _, error) = await RunAsync(line.Split(' '));

        Assert.Equal(2, code);
        Assert.Contains(words, error, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await OfficeCommands.RunAsync([.. args, "--data", Path.Combine(_folder.FullName, "data")], output, error);
        return (code, output.ToString(), error.ToString());
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
