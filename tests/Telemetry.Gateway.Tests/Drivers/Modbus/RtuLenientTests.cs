using System.Net;
using System.Net.Sockets;
using Telemetry.Gateway.Configuration;
using Telemetry.Gateway.Configuration.Buses;
using Telemetry.Gateway.Drivers.Modbus;
using Telemetry.Gateway.Drivers.Modbus.Rtu;

namespace Telemetry.Gateway.Tests.Drivers.Modbus;

/// <summary>Pain 12: a converter that answers every request with transaction 0.</summary>
public sealed class RtuLenientTests : IDisposable
{
    private static readonly byte[] Read = [3, 0, 0, 0, 1];
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly byte[] _answer = new byte[RtuFrame.MaxLength];
    private readonly Thread _thread;

    public RtuLenientTests()
    {
        _listener.Start();
        _thread = new Thread(Serve) { IsBackground = true };
        _thread.Start();
    }

    public void Dispose()
    {
        _listener.Stop();
        _thread.Join(5_000);
    }

    [Fact]
    public void Exchange_TransactionNotGivenBack_LenientReadsIt()
    {
        using var transport = Open(BusWire.LenientTcp);

        for (var round = 0; round < 3; round++)
        {
            var length = transport.Exchange(1, Read, _answer, TimeSpan.FromSeconds(5));
            Assert.Equal([3, 2, 0, 42], _answer[..length]);
        }
    }

    [Fact]
    public void Exchange_TransactionNotGivenBack_StrictByDefault()
    {
        using var transport = Open(BusWire.Tcp);

        var failure = Assert.Throws<ModbusException>(() => transport.Exchange(1, Read, _answer, TimeSpan.FromMilliseconds(300)));

        Assert.Equal(ModbusFault.NoAnswer, failure.Fault);
    }

    [Fact]
    public void Exchange_OtherUnit_NotEvenLeniently()
    {
        using var transport = Open(BusWire.LenientTcp);

        var failure = Assert.Throws<ModbusException>(() => transport.Exchange(9, Read, _answer, TimeSpan.FromMilliseconds(300)));

        Assert.Equal(ModbusFault.Garbled, failure.Fault);
    }

    private IModbusTransport Open(BusWire wire)
    {
        var port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        var transport = BusTransport.For(new BusConfiguration("bus", "127.0.0.1", port) { Wire = wire });
        transport.Open();
        return transport;
    }

    private void Serve()
    {
        try
        {
            while (true)
            {
                using var socket = _listener.AcceptSocket();
                var request = new byte[300];
                while (socket.Receive(request) >= 12)
                {
                    socket.Send([0, 0, 0, 0, 0, 5, 1, 3, 2, 0, 42]);
                }
            }
        }
        catch (Exception stopped) when (stopped is SocketException or InvalidOperationException)
        {
            // The listener was stopped while waiting, or just before.
        }
    }
}
