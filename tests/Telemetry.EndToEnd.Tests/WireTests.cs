using System.Globalization;
using System.Text.Json;

namespace Telemetry.EndToEnd.Tests;

/// <summary>Clients written by others read what we say on the wire.</summary>
[Collection("live town")]
public sealed class WireTests(LiveTown live)
{
    [Fact]
    public async Task SparkplugTopics_ReadByMosquittoAndDecodedByNpm_CarryTheBoilerRoom()
    {
        var library = await Foreign.NpmAsync("sparkplug-payload@1.0.3");

        var frames = await SubscribeAsync("spBv1.0/valmont-sur-orne/DDATA/gw-ecole/#", count: 15);
        var decoded = await Foreign.RunAsync("node", [Path.Combine(Repository.Root, "tests/Telemetry.EndToEnd.Tests/foreign/decode.js"), library], frames);

        var payloads = decoded.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(15, payloads.Count);
        var sequences = payloads.Select(payload => payload.GetProperty("payload").GetProperty("seq").GetInt32()).ToList();
        Assert.All(sequences.Zip(sequences.Skip(1)), pair => Assert.InRange((pair.Second - pair.First + 256) % 256, 1, 4));
        Assert.Contains(payloads, payload => payload.GetProperty("topic").GetString()!.EndsWith("/chaufferie", StringComparison.Ordinal));
        Assert.All(payloads, payload => Assert.NotEmpty(payload.GetProperty("payload").GetProperty("metrics").EnumerateArray()));
    }

    [Fact]
    public async Task State_OfTheCentre_IsRetainedAndOnline()
    {
        var frame = await SubscribeAsync("spBv1.0/STATE/centre", count: 1);

        var json = Convert.FromHexString(frame.Trim().Split(' ')[^1]);
        using var state = JsonDocument.Parse(json);
        Assert.True(state.RootElement.GetProperty("online").GetBoolean());
        Assert.True(state.RootElement.GetProperty("timestamp").GetInt64() > 0);
    }

    /// <summary>What a gateway says of itself is not equipment of the town.</summary>
    [Fact]
    public async Task Births_OfTheFourGateways_MakeTheTownAndNothingElse()
    {
        await Until.TrueAsync(TimeSpan.FromSeconds(30), "every gateway is born and every device of the sites announced", async () => (await CountsAsync()) is [4, 4, 4, >= 25]);

        var counts = await CountsAsync();
        Assert.Equal([4, 4, 4, 25], counts);
    }

    private async Task<int[]> CountsAsync()
    {
        using var health = await live.Town.HealthAsync();
        return [.. new[] { "gateways", "gatewaysOnline", "buildings", "equipment" }.Select(name => health.RootElement.GetProperty(name).GetInt32())];
    }

    [Fact]
    public async Task Simulator_ReadByMbpoll_AnswersWithItsModelAndAPlausibleFlow()
    {
        var port = live.Town.EcoleModbus.Split(':')[1];

        var said = await Foreign.RunAsync("mbpoll", ["-m", "tcp", "-p", port, "-a", "1", "-0", "-r", "0", "-c", "13", "-t", "4", "-1", "127.0.0.1"]);

        var registers = said.Split('\n').Where(line => line.StartsWith('[')).ToDictionary(
            line => int.Parse(line[1..line.IndexOf(']', StringComparison.Ordinal)], CultureInfo.InvariantCulture),
            line => int.Parse(line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Split('(')[0].Trim(), CultureInfo.InvariantCulture));
        Assert.Equal(5578, registers[0]);
        Assert.InRange(registers[12] / 10.0, 5, 95);
    }

    [Fact]
    public async Task Simulator_ReadByJsmodbus_AnswersWithItsModelAndAPlausibleFlow()
    {
        var library = await Foreign.NpmAsync("jsmodbus@5.0.0");

        var said = await Foreign.RunAsync("node", [Path.Combine(Repository.Root, "tests/Telemetry.EndToEnd.Tests/foreign/read.js"), library, live.Town.EcoleModbus.Split(':')[1], "1", "0", "13"]);

        var registers = JsonSerializer.Deserialize<int[]>(said)!;
        Assert.Equal((13, 5578), (registers.Length, registers[0]));
        Assert.InRange(registers[12] / 10.0, 5, 95);
    }

    private async Task<string> SubscribeAsync(string filter, int count) => await Foreign.RunAsync("mosquitto_sub",
        ["-h", "127.0.0.1", "-p", $"{live.Town.BrokerPort}", "-u", "town", "-P", "town-password", "-t", filter, "-C", $"{count}", "-W", "40", "-F", "%t %x"]);
}
