using System.Net.Sockets;
using Telemetry.Gateway.Configuration;
using Telemetry.Gateway.Drivers.Modbus;

namespace Telemetry.Gateway.Tests.Modbus;

/// <summary>Every misbehaviour measured on real stacks: named, in time, and without harm to the next read.</summary>
public sealed class FaultTableTests
{
    private static readonly ModbusTarget Target = new(1, new Pauses { BeforeReconnect = TimeSpan.Zero }, TimeSpan.FromMilliseconds(200));

    [Theory]
    [InlineData("silent", nameof(ModbusFault.NoAnswer))]
    [InlineData("truncated then silent", nameof(ModbusFault.NoAnswer))]
    [InlineData("truncated then closed", nameof(ModbusFault.NoLink))]
    [InlineData("reset", nameof(ModbusFault.NoLink))]
    [InlineData("wrong transaction", nameof(ModbusFault.NoAnswer))]
    [InlineData("late", nameof(ModbusFault.NoAnswer))]
    [InlineData("garbage", nameof(ModbusFault.Garbled))]
    [InlineData("exception", nameof(ModbusFault.Refused))]
    [InlineData("wrong unit", nameof(ModbusFault.Garbled))]
    [InlineData("wrong function", nameof(ModbusFault.Garbled))]
    [InlineData("too few bytes", nameof(ModbusFault.Garbled))]
    [InlineData("absurd length", nameof(ModbusFault.Garbled))]
    public void Read_FaultOnFirstAnswer_IsNamedAndNextReadIsRight(string fault, string expected)
    {
        var asked = 0;
        using var server = new FaultServer((socket, request) =>
        {
            if (Interlocked.Increment(ref asked) == 1)
            {
                Misbehave(fault, socket, request);
            }
            else
            {
                socket.Send(FaultServer.Right(request));
            }
        });
        using var master = Master(server.Port);

        var failure = Assert.Throws<ModbusException>(() => Read(master, 100));
        Assert.Equal(expected, failure.Fault.ToString());
        for (ushort address = 200; address < 205; address++)
        {
            Assert.Equal(address, Read(master, address));
        }
    }

    [Theory]
    [InlineData("doubled")]
    [InlineData("byte by byte")]
    public void Read_OddButWholeAnswers_AllRight(string oddity)
    {
        using var server = new FaultServer((socket, request) => Misbehave(oddity, socket, request));
        using var master = Master(server.Port);

        for (ushort address = 0; address < 20; address++)
        {
            Assert.Equal(address, Read(master, address));
        }

        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public void Read_ExceptionFromGateway_KeepsCodeAndConnection()
    {
        using var server = new FaultServer((socket, request) => socket.Send(FaultServer.Exception(request, 0x0B)));
        using var master = Master(server.Port);

        Assert.Equal(0x0B, Assert.Throws<ModbusException>(() => Read(master, 1)).Code);
        Assert.Equal(0x0B, Assert.Throws<ModbusException>(() => Read(master, 1)).Code);
        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public void Read_NobodyListens_NoLink()
    {
        using var server = new FaultServer((_, _) => { });
        var port = server.Port;
        server.Kill();
        using var master = Master(port);

        Assert.Equal(ModbusFault.NoLink, Assert.Throws<ModbusException>(() => Read(master, 1)).Fault);
    }

    [Fact]
    public void Read_ServerKilledAndBack_ReadsAgain()
    {
        using var server = new FaultServer((socket, request) => socket.Send(FaultServer.Right(request)));
        using var master = Master(server.Port);
        Assert.Equal(7, Read(master, 7));

        server.Kill();
        Assert.Equal(ModbusFault.NoLink, Assert.Throws<ModbusException>(() => Read(master, 7)).Fault);
        Assert.Equal(ModbusFault.NoLink, Assert.Throws<ModbusException>(() => Read(master, 7)).Fault);
        server.StartAgain();

        Assert.Equal(8, Read(master, 8));
    }

    [Fact]
    public void Read_ServerBusyWhenStopped_IsCancelled()
    {
        using var stop = new CancellationTokenSource();
        using var server = new FaultServer((socket, request) => socket.Send(FaultServer.Right(request)));
        using var master = new ModbusMaster(new TcpTransport("127.0.0.1", server.Port, TimeSpan.FromSeconds(1)), stop.Token);
        stop.Cancel();

        Assert.Throws<OperationCanceledException>(() => Read(master, 1));
    }

    private static ModbusMaster Master(int port) =>
        new(new TcpTransport("127.0.0.1", port, TimeSpan.FromSeconds(1)), TestContext.Current.CancellationToken);

    private static ushort Read(ModbusMaster master, ushort address)
    {
        Span<ushort> words = stackalloc ushort[2];
        master.Read(Target, RegisterKind.Holding, address, words);
        Assert.Equal(address + 1, words[1]);
        return words[0];
    }

    private static void Misbehave(string how, Socket socket, byte[] request)
    {
        var right = FaultServer.Right(request);
        switch (how)
        {
            case "truncated then silent":
                socket.Send(right[..8]);
                break;
            case "truncated then closed":
                socket.Send(right[..8]);
                socket.Shutdown(SocketShutdown.Both);
                socket.Close();
                break;
            case "reset":
                socket.Close(0);
                break;
            case "wrong transaction":
                right[1] ^= 0x55;
                socket.Send(right);
                break;
            case "late":
                // Kept until the client has surely given up; the next request must not get it.
                using (var given = new ManualResetEventSlim())
                {
                    given.Wait(TimeSpan.FromMilliseconds(400));
                }

                socket.Send(right);
                break;
            case "garbage":
                socket.Send(Enumerable.Repeat((byte)0xFF, 40).ToArray());
                break;
            case "exception":
                socket.Send(FaultServer.Exception(request, 2));
                break;
            case "wrong unit":
                right[6] = 6;
                socket.Send(right);
                break;
            case "wrong function":
                right[7] = 4;
                socket.Send(right);
                break;
            case "too few bytes":
                right[5] -= 2;
                right[8] -= 2;
                socket.Send(right[..^2]);
                break;
            case "absurd length":
                right[4] = 0x7F;
                socket.Send(right);
                break;
            case "doubled":
                socket.Send(right);
                socket.Send(right);
                break;
            case "byte by byte":
                foreach (var one in right)
                {
                    socket.Send([one]);
                }

                break;
            default:
                break;
        }
    }
}
