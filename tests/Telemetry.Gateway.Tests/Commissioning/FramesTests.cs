using System.Globalization;
using System.Text.Json;
using Telemetry.Gateway.Drivers.Modbus;
using Telemetry.Gateway.Tests.Modbus;
using Telemetry.Gateway.Tests.Processes;

namespace Telemetry.Gateway.Tests.Commissioning;

/// <summary>What travels on a bus at work, for whoever looks.</summary>
public sealed class FramesTests
{
    [Fact]
    public async Task Watch_FramesOfTheRunningGateway_EachRequestAndItsAnswer()
    {
        using var meter = new FaultServer((socket, request) => socket.Send(FaultServer.Right(request)));
        using var rig = new GatewayRig();
        var page = Child.FreePort().ToString(CultureInfo.InvariantCulture);
        using var gateway = await rig.GatewayAsync(meter.Port, more: ["--status", page]);

        var lines = Watch(rig, page, "bus", "--json").Select(line => JsonDocument.Parse(line).RootElement).ToList();

        Assert.True(lines.Count >= 4, $"{lines.Count} frames");
        foreach (var (sent, received) in lines.SkipWhile(line => !line.GetProperty("sent").GetBoolean()).Chunk(2).Where(pair => pair.Length == 2).Select(pair => (pair[0], pair[1])))
        {
            // Holding registers 1 and 2 are asked for; each holds its own address.
            Assert.Matches("^.. .. 00 00 00 06 01 03 00 01 00 02$", sent.GetProperty("bytes").GetString());
            Assert.Equal($"{sent.GetProperty("bytes").GetString()![..5]} 00 00 00 07 01 03 04 00 01 00 02", received.GetProperty("bytes").GetString());
            Assert.False(received.GetProperty("sent").GetBoolean());
        }
    }

    [Theory]
    [InlineData("rs486", "There is no bus 'rs486' in this site: bus.")]
    [InlineData("bus", "its status page does not answer")]
    public async Task Watch_NoSuchBusOrNoGateway_SaysWhatToDo(string bus, string said)
    {
        using var meter = new FaultServer((socket, request) => socket.Send(FaultServer.Right(request)));
        using var rig = new GatewayRig();
        using (await rig.GatewayAsync(meter.Port))
        {
            Assert.Contains(Watch(rig, Child.FreePort().ToString(CultureInfo.InvariantCulture), bus), line => line.Contains(said, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void FrameTap_NobodyLooks_KeepsNothing()
    {
        var tap = new FrameTap(TimeProvider.System);
        tap.Sent([1, 3]);
        tap.Received([1, 3, 2]);

        Assert.Empty(tap.After(0));
    }

    [Fact]
    public void FrameTap_AnswerInPieces_OneFrame()
    {
        var tap = new FrameTap(TimeProvider.System);
        Assert.Empty(tap.After(0));
        tap.Sent([1, 3]);
        tap.Received([0x0A]);
        tap.Received([0x0B, 0x0C]);
        Assert.Single(tap.After(0));
        tap.Sent([2, 3]);

        Assert.Equal([(true, "01 03"), (false, "0A 0B 0C"), (true, "02 03")], tap.After(0).Select(frame => (frame.Sent, frame.Bytes)));
        Assert.Equal([3L], tap.After(2).Select(frame => frame.Number));
    }

    [Fact]
    public void FrameTap_LongWatched_BoundedAndTheLatest()
    {
        var tap = new FrameTap(TimeProvider.System);
        Assert.Empty(tap.After(0));
        for (var i = 0; i < 10_000; i++)
        {
            tap.Sent([(byte)(i & 0xFF)]);
        }

        var frames = tap.After(0);
        Assert.Equal(400, frames.Count);
        Assert.Equal(10_000, frames[^1].Number);
    }

    private static IReadOnlyCollection<string> Watch(GatewayRig rig, string page, string bus, params IEnumerable<string> more)
    {
        using var watch = new Child(GatewayRig.Gateway, ["watch", "--site", rig.Site, "--devices", Path.Combine(Path.GetDirectoryName(rig.Site)!, "devices"), "--status", page, "--frames", bus, "--for", "3", "--lang", "en", .. more]);
        Assert.True(watch.Process.WaitForExit(20_000));
        watch.Process.WaitForExit();
        return [.. watch.Lines.Where(line => line.Length > 0)];
    }
}
