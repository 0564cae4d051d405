using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using FirmwareSim.Modbus;

namespace Telemetry.FirmwareSim.Tests.Modbus;

public sealed class ModbusServerTests : IAsyncDisposable
{
    private readonly ModbusServer _server;

    public ModbusServerTests()
    {
        var quarter = new Quarter();
        var units = new Dictionary<byte, IModbusUnit>
        {
            [1] = new TrovisUnit(quarter.Town.School.Plant, "ecole", 5578, quarter.Town.Faults, TimeProvider.System),
            [2] = new Sdm630Unit(quarter.Town.School, quarter.Town.Faults),
        };
        _server = new ModbusServer(new ModbusEndpoint("test", new IPEndPoint(IPAddress.Loopback, 0), units, TimeSpan.FromSeconds(1)), TimeSpan.FromMilliseconds(2), quarter.Town.Gate);
        _server.Start();
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Requests_JoinedAndSplit_AreAnsweredInOrder()
    {
        var cancel = TestContext.Current.CancellationToken;
        using var client = await ConnectAsync(cancel);
        byte[] two = [0, 1, 0, 0, 0, 6, 1, 3, 0, 0, 0, 1, 0, 2, 0, 0, 0, 6, 1, 3, 3, 234, 0, 1];
        await client.GetStream().WriteAsync(two.AsMemory(0, 15), cancel);
        await client.GetStream().WriteAsync(two.AsMemory(15), cancel);

        Assert.Equal([0, 1, 0, 0, 0, 5, 1, 3, 2, 21, 202], await ReadAsync(client, 11, cancel));
        Assert.Equal([0, 2, 0, 0, 0, 5, 1, 3, 2, 0, 190], await ReadAsync(client, 11, cancel));
    }

    [Fact]
    public async Task Requests_AbsentUnit_IsSilentAndTheNextIsAnswered()
    {
        var cancel = TestContext.Current.CancellationToken;
        using var client = await ConnectAsync(cancel);
        await client.GetStream().WriteAsync(new byte[] { 0, 1, 0, 0, 0, 6, 9, 3, 0, 0, 0, 1, 0, 2, 0, 0, 0, 6, 2, 4, 0, 74, 0, 2 }, cancel);

        Assert.Equal([0, 2, 0, 0, 0, 7, 2, 4, 4, 0, 0, 0, 0], await ReadAsync(client, 13, cancel));
    }

    [Fact]
    public async Task Requests_ImpossibleLength_ClosesThatConnectionOnly()
    {
        var cancel = TestContext.Current.CancellationToken;
        using var bad = await ConnectAsync(cancel);
        using var good = await ConnectAsync(cancel);
        await bad.GetStream().WriteAsync(new byte[] { 0, 1, 0, 0, 255, 255, 1, 3 }, cancel);

        Assert.Equal(0, await bad.GetStream().ReadAsync(new byte[10], cancel));
        await good.GetStream().WriteAsync(new byte[] { 0, 3, 0, 0, 0, 6, 1, 3, 0, 30, 0, 1 }, cancel);
        Assert.Equal([0, 3, 0, 0, 0, 3, 1, 0x83, 2], await ReadAsync(good, 9, cancel));
    }

    [Fact]
    public async Task Connection_Idle_IsClosedAfterItsLimit()
    {
        var cancel = TestContext.Current.CancellationToken;
        using var client = await ConnectAsync(cancel);
        var clock = Stopwatch.StartNew();

        Assert.Equal(0, await client.GetStream().ReadAsync(new byte[10], cancel));
        Assert.InRange(clock.ElapsedMilliseconds, 900, 5000);
    }

    [Fact]
    public async Task Requests_ByMbpoll_AreRead()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/mbpoll"), "mbpoll is not installed");
        var controller = await PollAsync("-a", "1", "-t", "4", "-0", "-r", "0", "-c", "3");
        var meter = await PollAsync("-a", "2", "-t", "3:float", "-B", "-0", "-r", "72", "-c", "1");
        var edge = await PollAsync("-a", "1", "-t", "4", "-0", "-r", "28", "-c", "5");

        Assert.Matches(@"\[0\]:\s+5578", controller);
        Assert.Matches(@"\[72\]:\s+184512", meter);
        Assert.Contains("Illegal data address", edge, StringComparison.Ordinal);
    }

    private static async Task<byte[]> ReadAsync(TcpClient client, int count, CancellationToken cancel)
    {
        var bytes = new byte[count];
        await client.GetStream().ReadExactlyAsync(bytes, cancel);
        return bytes;
    }

    private async Task<TcpClient> ConnectAsync(CancellationToken cancel)
    {
        var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, _server.Port, cancel);
        return client;
    }

    private async Task<string> PollAsync(params string[] arguments)
    {
        var cancel = TestContext.Current.CancellationToken;
        var start = new ProcessStartInfo("/usr/bin/mbpoll", ["-m", "tcp", "-p", $"{_server.Port}", "-1", .. arguments, "127.0.0.1"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var poll = Process.Start(start)!;
        var (output, errors) = (poll.StandardOutput.ReadToEndAsync(cancel), poll.StandardError.ReadToEndAsync(cancel));
        await poll.WaitForExitAsync(cancel);
        return await output + await errors;
    }
}
