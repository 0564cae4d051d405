using System.Globalization;
using Telemetry.Gateway.Configuration;
using Telemetry.Gateway.Configuration.Buses;
using Telemetry.Gateway.Drivers.Modbus;
using Telemetry.Gateway.Drivers.Modbus.Rtu;
using Telemetry.Gateway.Drivers.Modbus.Serial;
using Telemetry.Gateway.Tests.Drivers.Modbus;
using Telemetry.Gateway.Tests.Processes;

namespace Telemetry.Gateway.Tests.Modbus;

/// <summary>Our master against servers written by others: npm <c>modbus-serial</c> and <c>jsmodbus</c>, over TCP and on a serial line.</summary>
public sealed class ForeignServerTests
{
    private static readonly SerialSettings Line = new("/dev/null", 19_200, SerialParity.Even, 1, Rs485: false);

    [Theory]
    [InlineData("modbus-serial")]
    [InlineData("jsmodbus")]
    public async Task AllFunctions_OverTcp_ReadAndWrite(string library)
    {
        var port = Child.FreePort();
        using var server = await NodePeers.StartAsync("modbus_servers.js", library, "tcp", port.ToString(CultureInfo.InvariantCulture));
        Assert.True(await Wait.ForAsync(() => Child.Listens(port)), string.Join('\n', server.Lines));

        Check(new TcpTransport("127.0.0.1", port, TimeSpan.FromSeconds(1)));
    }

    [Theory]
    [InlineData("modbus-serial")]
    [InlineData("jsmodbus")]
    public async Task AllFunctions_OnASerialLine_ReadAndWrite(string library)
    {
        using var pty = new RtuPty();
        using var server = await NodePeers.StartAsync("modbus_servers.js", library, "rtu", pty.Theirs);
        Assert.True(await Wait.ForAsync(() => server.Lines.Contains("ready")), string.Join('\n', server.Lines));
        var transport = new RtuTransport(new SerialLine(Line with { Path = pty.Ours }), RtuManners.Serial(Line.Baud, Line.BitsPerCharacter));
        Assert.True(await Wait.ForAsync(() => Answers(transport)), string.Join('\n', server.Lines));

        Check(transport);
    }

    private static void Check(IModbusTransport transport)
    {
        using var master = new ModbusMaster(transport, TestContext.Current.CancellationToken);
        Assert.Equal([10, 11, 12], Read(master, RegisterKind.Holding, 10, 3));
        Assert.Equal([1005], Read(master, RegisterKind.Input, 5, 1));
        Assert.Equal([1, 0, 0, 1, 0, 0, 1, 0, 0, 1], Read(master, RegisterKind.Coil, 0, 10));
        Assert.Equal([0, 1, 0], Read(master, RegisterKind.Discrete, 1, 3));
        Assert.Equal(Enumerable.Range(100, 125), Read(master, RegisterKind.Holding, 100, 125).Select(word => (int)word));
        master.Write(Target, 6, 20, [4711]);
        master.Write(Target, 16, 21, [1, 65535]);
        master.Write(Target, 5, 1, [1]);
        master.Write(Target, 15, 30, [0, 1, 1, 0, 1, 0, 0, 0, 1]);
        Assert.Equal([4711, 1, 65535], Read(master, RegisterKind.Holding, 20, 3));
        Assert.Equal([1], Read(master, RegisterKind.Coil, 1, 1));
        Assert.Equal([0, 1, 1, 0, 1, 0, 0, 0, 1], Read(master, RegisterKind.Coil, 30, 9));
    }

    private static ModbusTarget Target { get; } = new(1, new Pauses(), TimeSpan.FromSeconds(2));

    private static bool Answers(RtuTransport transport)
    {
        try
        {
            if (!transport.IsOpen)
            {
                transport.Open();
            }

            return transport.Exchange(1, [3, 0, 0, 0, 1], new byte[RtuFrame.MaxLength], TimeSpan.FromMilliseconds(300)) == 4;
        }
        catch (ModbusException)
        {
            return false;
        }
    }

    private static ushort[] Read(ModbusMaster master, RegisterKind kind, ushort address, int count)
    {
        var words = new ushort[count];
        master.Read(Target, kind, address, words);
        return words;
    }
}
