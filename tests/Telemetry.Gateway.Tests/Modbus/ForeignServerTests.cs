using System.Globalization;
using Telemetry.Gateway.Configuration;
using Telemetry.Gateway.Drivers.Modbus;
using Telemetry.Gateway.Tests.Processes;

namespace Telemetry.Gateway.Tests.Modbus;

/// <summary>Our master against a server written by others: npm <c>modbus-serial</c>, installed into the repository's cache.</summary>
public sealed class ForeignServerTests
{
    private const string Server = """
        const M = require('modbus-serial');
        const h = {}, c = {};
        new M.ServerTCP({
          getHoldingRegister: a => a in h ? h[a] : a, getInputRegister: a => 1000 + a,
          getCoil: a => a in c ? c[a] : a % 3 === 0, getDiscreteInput: a => a % 2 === 0,
          setRegister: (a, v) => { h[a] = v; }, setCoil: (a, v) => { c[a] = v; },
        }, { host: '127.0.0.1', port: +process.argv[2], unitID: 0 });
        """;

    [Fact]
    public async Task AllFunctions_AgainstModbusSerial_ReadAndWrite()
    {
        var cache = Path.Combine(Repository.Root, ".cache", "modbus-serial");
        if (!File.Exists("/usr/bin/npm"))
        {
            Assert.Skip("npm is not here: the foreign Modbus server cannot be installed");
        }

        await InstallAsync(cache);
        var script = Path.Combine(cache, "server.js");
        await File.WriteAllTextAsync(script, Server, TestContext.Current.CancellationToken);
        var port = Child.FreePort();
        using var server = new Child("node", [script, port.ToString(CultureInfo.InvariantCulture)], cache);
        Assert.True(await Wait.ForAsync(() => Child.Listens(port)), string.Join('\n', server.Lines));

        using var master = new ModbusMaster(new TcpTransport("127.0.0.1", port, TimeSpan.FromSeconds(1)), TestContext.Current.CancellationToken);
        var target = new ModbusTarget(1, new Pauses(), TimeSpan.FromSeconds(2));
        Assert.Equal([10, 11, 12], Read(master, target, RegisterKind.Holding, 10, 3));
        Assert.Equal([1005], Read(master, target, RegisterKind.Input, 5, 1));
        Assert.Equal([1, 0, 0, 1, 0, 0, 1, 0, 0, 1], Read(master, target, RegisterKind.Coil, 0, 10));
        Assert.Equal([0, 1, 0], Read(master, target, RegisterKind.Discrete, 1, 3));
        master.Write(target, 6, 20, [4711]);
        master.Write(target, 16, 21, [1, 65535]);
        master.Write(target, 5, 1, [1]);
        master.Write(target, 15, 30, [0, 1, 1, 0, 1, 0, 0, 0, 1]);
        Assert.Equal([4711, 1, 65535], Read(master, target, RegisterKind.Holding, 20, 3));
        Assert.Equal([1], Read(master, target, RegisterKind.Coil, 1, 1));
        Assert.Equal([0, 1, 1, 0, 1, 0, 0, 0, 1], Read(master, target, RegisterKind.Coil, 30, 9));
    }

    private static async Task InstallAsync(string cache)
    {
        if (Directory.Exists(Path.Combine(cache, "node_modules", "modbus-serial")))
        {
            return;
        }

        Directory.CreateDirectory(cache);
        using var install = new Child("npm", ["install", "--no-audit", "--no-fund", "--omit=optional", "--prefix", cache, "modbus-serial@8.0.25"], cache);
        await install.Process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(install.Process.ExitCode == 0, string.Join('\n', install.Lines));
    }

    private static ushort[] Read(ModbusMaster master, ModbusTarget target, RegisterKind kind, ushort address, int count)
    {
        var words = new ushort[count];
        master.Read(target, kind, address, words);
        return words;
    }
}
