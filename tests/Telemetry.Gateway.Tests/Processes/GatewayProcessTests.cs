using System.Globalization;

namespace Telemetry.Gateway.Tests.Processes;

/// <summary>The real gateway process against a real broker and a centre that confirms: killed at will, it ends complete.</summary>
public sealed class GatewayProcessTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly GatewayRig _rig = new();

    [Fact]
    public async Task Run_GatewayAndBrokerKilledAtWill_EverySequenceArrives()
    {
        var register = 0;
        using var meter = new Modbus.FaultServer((socket, request) =>
            socket.Send(Modbus.FaultServerBits.Words(request, [0, Interlocked.Increment(ref register) & 0x7FFF])));
        var broker = await _rig.BrokerAsync();
        using var centre = _rig.Centre();
        for (var round = 0; round < 3; round++)
        {
            var before = _rig.Received.Count;
            using var gateway = await _rig.GatewayAsync(meter.Port);
            Assert.True(await Wait.ForAsync(() => _rig.Received.Count >= before + 4), string.Join('\n', gateway.Lines));
            _rig.Confirm = round != 1;
            gateway.Kill();
        }

        _rig.Confirm = true;
        using var last = await _rig.GatewayAsync(meter.Port);
        var confirmed = _rig.Received.Count;
        Assert.True(await Wait.ForAsync(() => _rig.Received.Count > confirmed), string.Join('\n', last.Lines));
        broker.Dispose();
        broker = await _rig.BrokerAsync();
        var highest = _rig.Received.Keys.Max();
        Assert.True(await Wait.ForAsync(() => _rig.Received.Keys.Max() >= highest + 4, 40), string.Join('\n', last.Lines));

        Assert.True(await Wait.ForAsync(() => _rig.Received.Count == _rig.Received.Keys.Max()), "a sequence is missing");
        Assert.Single(_rig.Outboxes);
        var values = _rig.Values.Distinct().Order().ToList();
        Assert.True(values.Count > 12, $"{values.Count} readings");
        broker.Dispose();
    }

    [Fact]
    public async Task Run_Terminated_LeavesAtOnce()
    {
        using var meter = new Modbus.FaultServer((socket, request) => socket.Send(Modbus.FaultServer.Right(request)));
        using var broker = await _rig.BrokerAsync();
        using var gateway = await _rig.GatewayAsync(meter.Port);
        var start = TimeProvider.System.GetTimestamp();
        using var kill = System.Diagnostics.Process.Start("/bin/kill", ["-TERM", gateway.Process.Id.ToString(CultureInfo.InvariantCulture)]);

        Assert.True(gateway.Process.WaitForExit(5_000));
        Assert.Equal(0, gateway.Process.ExitCode);
        Assert.True(TimeProvider.System.GetElapsedTime(start) < TimeSpan.FromSeconds(3));
    }

    [Fact]
    public void Check_WrongSite_PathLineAndExitCode()
    {
        var site = _folder.Write("bad.yaml", "gateway: gw\nname: X\nmunicipality: m\nbusses: []\n");
        using var check = new Child(GatewayRig.Gateway, ["check", "--site", site, "--devices", Repository.Devices]);
        Assert.True(check.Process.WaitForExit(20_000));
        check.Process.WaitForExit();

        Assert.Equal(1, check.Process.ExitCode);
        Assert.Contains(check.Lines, line => line.StartsWith($"{site}:4: 'busses' is not known here", StringComparison.Ordinal));
    }

    public void Dispose()
    {
        _folder.Dispose();
        _rig.Dispose();
    }
}
