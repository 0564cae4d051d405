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

    [Fact]
    public async Task Carbon_OfAFile_IsTheWorkedExample()
    {
        var file = Write("a.csv", "label,carrier,quantity,unit,from,to\nÉcole,Electricity,84000,kWh,2022-01-01,2023-01-01\nÉcole,NaturalGas,312000,kWh PCS,2022-01-01,2023-01-01\n");

        var (code, output, _) = await RunAsync("carbon", "--activities", file, "--json");
        var (bad, _, error) = await RunAsync("carbon", "--activities", Write("b.csv", "label,carrier,quantity,unit,from,to\nx,Peat,1,kWh,2022-01-01,2023-01-01\n"));

        // Published example: 4 368 + 67 080 kgCO2e.
        Assert.Equal(0, code);
        Assert.Equal(71_448, JsonDocument.Parse(output).RootElement.GetProperty("total").GetProperty("value").GetDouble(), 0.5);
        Assert.Equal(2, bad);
        Assert.Contains("b.csv:2:", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Indicators_OfAMeterFile_AreThoseItWasMadeFrom()
    {
        var start = new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);
        double Mean(DateOnly day) => 11 - (9 * Math.Cos(2 * Math.PI * day.DayOfYear / 365));

        // 2 kW always, 6 more from 8 to 18 h UTC; heating below 16 °C, cut by a fifth from 2025 on.
        double Use(DateTimeOffset at) => 2 + (at.Hour is >= 8 and < 18 ? 6 : 0) + ((at.Year == 2024 ? 1 : 0.8) * 0.5 * Math.Max(0, 16 - Mean(DateOnly.FromDateTime(at.DateTime))));
        var hours = Enumerable.Range(0, 731 * 24).Select(hour => start.AddHours(hour)).ToList();
        var meter = Write("hours.csv", "when,kWh\n" + string.Join('\n', hours.Select(at => FormattableString.Invariant($"{at:yyyy-MM-ddTHH:mm:ss}Z,{Use(at):0.######}"))));
        var weather = Write("days.csv", "day,t\n" + string.Join('\n', Enumerable.Range(0, 731).Select(day => new DateOnly(2024, 1, 1).AddDays(day)).Select(day => FormattableString.Invariant($"{day:yyyy-MM-dd},{Mean(day):0.####}"))));

        var (code, output, _) = await RunAsync(
            "indicators", "--meter", meter, "--weather", weather, "--from", "2025-01-01", "--to", "2026-01-01", "--area", "1000", "--subscribed", "9", "--opening", "8-18", "--json");
        var root = JsonDocument.Parse(output).RootElement;
        double Figure(string name) => root.GetProperty("figures").GetProperty(name).GetProperty("value").GetDouble();
        var local = hours.Where(at => at >= new DateTimeOffset(2024, 12, 31, 23, 0, 0, TimeSpan.Zero) && at < new DateTimeOffset(2025, 12, 31, 23, 0, 0, TimeSpan.Zero)).ToList();

        Assert.Equal(0, code);
        Assert.Equal(local.Sum(Use), Figure("energy"), 0.01);
        Assert.Equal(local.Sum(Use) / 1000, Figure("perSquareMetre"), 1e-4);
        Assert.Equal(local.Max(Use), Figure("peak"), 1e-4);
        Assert.Equal(local.Max(Use) / 9, Figure("peakOfSubscribed"), 1e-4);
        Assert.InRange(Figure("closedShare"), 0.3, 0.7);
        Assert.Equal(0.25, Figure("avoided") / local.Sum(at => Use(at) - Use(new DateTimeOffset(2025, 7, 1, at.Hour, 0, 0, TimeSpan.Zero))), 0.02);
        Assert.Equal(0.0461 * Figure("energy"), Figure("carbon"), 0.01);
        Assert.True(root.GetProperty("baseline").GetProperty("passed").GetBoolean());

        var (bad, _, error) = await RunAsync("indicators", "--meter", meter + ":when:kW");
        Assert.Equal(2, bad);
        Assert.Contains("there is no column 'kW'", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Indicators_OfARegisterFile_ReadsItsFaultsAndSaysWhatItRefuses()
    {
        var register = Write("register.csv", "t;m3\n2025-03-01T00:00:00Z;10\n2025-03-01T01:00:00Z;12\n2025-03-01T02:00:00Z;0\n2025-03-01T03:00:00Z;15\nyesterday;9\n2025-03-01T04:00:00Z;16\n");

        var (code, output, _) = await RunAsync("indicators", "--meter", register, "--as", "register", "--unit", "m³", "--kwh-per-unit", "11.27", "--carrier", "NaturalGas", "--json");
        var root = JsonDocument.Parse(output).RootElement;

        Assert.Equal(1, code);
        Assert.Equal(6 * 11.27, root.GetProperty("figures").GetProperty("energy").GetProperty("value").GetDouble(), 1e-6);
        Assert.Equal("NoDenominator", root.GetProperty("figures").GetProperty("perSquareMetre").GetProperty("problem").GetString());
        Assert.Equal(6, root.GetProperty("refused")[0].GetProperty("line").GetInt32());
    }

    [Theory]
    [InlineData("indicators --meter /nowhere.csv", "there is no such file")]
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
