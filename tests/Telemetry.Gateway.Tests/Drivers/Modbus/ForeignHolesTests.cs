using System.Globalization;
using System.Reactive;
using Telemetry.Gateway.Configuration;
using Telemetry.Gateway.Drivers.Modbus;
using Telemetry.Gateway.Tests.Processes;
using Telemetry.Model.Samples;

namespace Telemetry.Gateway.Tests.Drivers.Modbus;

/// <summary>A device written by others (pymodbus) whose table has a hole that no profile knows, and numbers in orders of its own.</summary>
public sealed class ForeignHolesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<Sample> _samples = [];

    [Fact]
    public async Task Poll_HoleNobodyKnew_LearnedOnceAndKnownAfterARestart()
    {
        using var server = await StartAsync();
        int[] wanted = [.. Enumerable.Range(100, 20).Where(address => address != 107)];
        var (poller, device) = (new DevicePoller(TimeProvider.System, Book()), Device([.. wanted.Select(address => Points.Of($"{address}", address))]));

        Poll(poller, device, server.Port);
        Assert.Equal(wanted.Order(), _samples.Select(sample => (int)sample.Value).Order());
        Poll(poller, device, server.Port);
        Assert.Equal(["100+7", "108+12"], device.Plan.Select(read => $"{read.Address}+{read.Count}"));

        var later = Device([.. wanted.Select(address => Points.Of($"{address}", address))]);
        Poll(new DevicePoller(TimeProvider.System, Book()), later, server.Port);
        Assert.Equal(["100+7", "108+12"], later.Plan.Select(read => $"{read.Address}+{read.Count}"));
        Assert.Equal(wanted, _samples.Select(sample => (int)sample.Value));
    }

    [Fact]
    public async Task Poll_OneNumberInFourOrders_TheSameFourTimes()
    {
        using var server = await StartAsync();
        var points = Enum.GetValues<WordOrder>().Select((order, i) => Points.Of($"{order}", new RegisterMap
        {
            Kind = RegisterKind.Holding,
            Address = (ushort)(200 + (2 * i)),
            Type = RegisterType.Float32,
            Order = order,
        }));
        Poll(new DevicePoller(TimeProvider.System, Book()), Device([.. points]), server.Port);

        Assert.Equal([123456.75, 123456.75, 123456.75, 123456.75], _samples.Select(sample => sample.Value));
    }

    public void Dispose() => _folder.Dispose();

    private static BusDevice Device(params DevicePoint[] points) => new(Points.Device(new ModbusProfile(), points));

    private HoleBook Book() => new(TimeProvider.System, _folder.File("holes.tsv"));

    private void Poll(DevicePoller poller, BusDevice device, int port)
    {
        _samples.Clear();
        using var master = new ModbusMaster(new TcpTransport("127.0.0.1", port, TimeSpan.FromSeconds(2)), TestContext.Current.CancellationToken);
        poller.Poll(master, device, Observer.Create<IReadOnlyList<Sample>>(_samples.AddRange));
    }

    private static async Task<Server> StartAsync()
    {
        if (!Directory.Exists("/usr/lib/python3/dist-packages/pymodbus"))
        {
            Assert.Skip("python3-pymodbus is not here: the foreign device cannot be started");
        }

        var port = Child.FreePort();
        var child = new Child("/usr/bin/python3", [Path.Combine(AppContext.BaseDirectory, "foreign", "sparse_server.py"), port.ToString(CultureInfo.InvariantCulture)], AppContext.BaseDirectory);
        Assert.True(await Wait.ForAsync(() => Child.Listens(port)), string.Join('\n', child.Lines));
        return new Server(child, port);
    }

    private sealed record Server(Child Child, int Port) : IDisposable
    {
        public void Dispose() => Child.Dispose();
    }
}
