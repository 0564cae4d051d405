using System.Globalization;
using System.Text.Json;
using Telemetry.Gateway.Tests.Modbus;
using Telemetry.Gateway.Tests.Processes;

namespace Telemetry.Gateway.Tests.Commissioning;

/// <summary>The commands as a technician types them: real processes on a real socket, the answers for machines read back.</summary>
public sealed class CommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>53.7 °C in the flow: register 12 of a TROVIS, in tenths.</summary>
    [Fact]
    public void Read_Point_FramesDecodingsAndTheProfilesValue()
    {
        using var controller = new FaultServer((socket, request) => socket.Send(FaultServerBits.Words(request, [537])));

        var (code, lines) = Run(["read", "chaufferie/flow.temperature", "--site", Repository.Site("ecole"), "--json"], ("TOWN_ECOLE", Address(controller)));

        using var answer = JsonDocument.Parse(Assert.Single(lines));
        Assert.Equal(0, code);
        Assert.Equal("00 01 00 00 00 06 01 03 00 0C 00 01", answer.RootElement.GetProperty("frames")[0].GetProperty("hex").GetString());
        Assert.Equal("00 01 00 00 00 05 01 03 02 02 19", answer.RootElement.GetProperty("frames")[1].GetProperty("hex").GetString());
        Assert.Equal(537, answer.RootElement.GetProperty("decodings").GetProperty("AB").GetProperty("uint16").GetDouble());
        Assert.Equal((53.7, "°C", "Good"), (answer.RootElement.GetProperty("value").GetDouble(), answer.RootElement.GetProperty("unitOfValue").GetString(), answer.RootElement.GetProperty("quality").GetString()));
    }

    [Fact]
    public void Read_RefusedAddress_SaysWhatToTry()
    {
        using var device = new FaultServer((socket, request) => socket.Send(FaultServer.Exception(request, 2)));

        var (code, lines) = Run(["read", "--tcp", Address(device), "--unit", "3", "--holding", "40001", "--count", "1", "--lang", "en"]);

        Assert.Equal(1, code);
        Assert.Contains(lines, line => line.Contains("count from 1", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains('\u001b', StringComparison.Ordinal));
    }

    [Fact]
    public void Read_UnknownPoint_NamesTheKnownOnes()
    {
        var (code, lines) = Run(["read", "elec/voltage", "--site", Repository.Site("ecole")]);

        Assert.Equal(2, code);
        Assert.Contains(lines, line => line.Contains("voltage.l1", StringComparison.Ordinal));
    }

    [Fact]
    public void Scan_OneUnitOfThree_FoundAndTheOthersSilent()
    {
        // A converter: unit 2 refuses what it does not know, nobody is behind the other numbers.
        using var converter = new FaultServer((socket, request) => socket.Send(FaultServer.Exception(request, (byte)(request[6] == 2 ? 1 : 0x0B))));

        var (code, lines) = Run(["scan", "--host", "127.0.0.1", "--port", Port(converter), "--units", "1-3", "--devices", Repository.Devices, "--json"]);

        using var found = JsonDocument.Parse(Assert.Single(lines));
        Assert.Equal(0, code);
        Assert.Equal((2, "exception 1"), (found.RootElement.GetProperty("unit").GetInt32(), found.RootElement.GetProperty("how").GetString()));
    }

    [Fact]
    public void Check_Json_EveryProblemWithItsLine()
    {
        var site = _folder.Write("bad.yaml", "gateway: gw\nname: X\nmunicipality: m\nbusses: []\n");

        var (code, lines) = Run(["check", "--site", site, "--devices", Repository.Devices, "--json"]);

        using var answer = JsonDocument.Parse(Assert.Single(lines));
        Assert.Equal(1, code);
        Assert.Equal((site, 4), (answer.RootElement.GetProperty("problems")[0].GetProperty("path").GetString(), answer.RootElement.GetProperty("problems")[0].GetProperty("line").GetInt32()));
    }

    [Fact]
    public void Watch_Json_OneViewALine()
    {
        using var controller = new FaultServer((socket, request) => socket.Send(FaultServerBits.Words(request, Enumerable.Repeat(200, request[11]))));

        var (code, lines) = Run(["watch", "--site", _folder.Write("site.yaml", Small(controller)), "--devices", Repository.Devices, "--for", "3", "--json"]);

        Assert.Equal(0, code);
        using var last = JsonDocument.Parse(lines[^1]);
        var device = last.RootElement.GetProperty("devices")[0];
        Assert.True(device.GetProperty("answers").GetBoolean());
        Assert.Contains(device.GetProperty("points").EnumerateArray(), point => point.GetProperty("name").GetString() == "voltage.l1" && point.GetProperty("ageSeconds").GetDouble() < 3);
    }

    public void Dispose() => _folder.Dispose();

    private static string Small(FaultServer server) => $$"""
        gateway: gw-small
        name: Small
        municipality: town
        buildings:
          - { id: b, name: B, use: Other }
        buses:
          - { id: bus, modbus: "{{Address(server)}}" }
        devices:
          - { id: meter, name: Meter, kind: ElectricityMeter, building: b, profile: eastron-sdm630, bus: bus, unit: 1, periodSeconds: 0.2 }
        """;

    private static (int Code, IReadOnlyList<string> Lines) Run(string[] arguments, params ReadOnlySpan<(string, string)> environment)
    {
        using var child = new Child(Path.Combine(AppContext.BaseDirectory, "gateway"), arguments, null, environment);
        Assert.True(child.Process.WaitForExit(30_000));
        child.Process.WaitForExit();
        return (child.Process.ExitCode, [.. child.Lines.Where(line => line.Length > 0)]);
    }

    private static string Address(FaultServer server) => $"127.0.0.1:{Port(server)}";

    private static string Port(FaultServer server) => server.Port.ToString(CultureInfo.InvariantCulture);
}
