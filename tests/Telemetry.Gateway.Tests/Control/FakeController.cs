namespace Telemetry.Gateway.Tests.Control;

/// <summary>A controller's tables with the write traps of a TROVIS or an ECL, behind a real Modbus TCP socket.</summary>
internal sealed class FakeController : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Modbus.FaultServer _server;
    private readonly bool _trovis;

    internal FakeController(bool trovis)
    {
        _trovis = trovis;
        if (trovis)
        {
            (Holding[102], Holding[105], Holding[1002], Holding[1003], Coils[88], Coils[4]) = (1, 1, 190, 160, 1, 0);
        }
        else
        {
            (Holding[2060], Holding[2061], Holding[4200], Holding[11179], Holding[11180]) = (266, 1, 1, 200, 160);
        }

        _server = new Modbus.FaultServer((socket, request) =>
        {
            if (!Silent)
            {
                socket.Send(Answer(request));
            }
        });
    }

    internal int Port => _server.Port;

    internal Dictionary<int, int> Holding { get; } = [];

    internal Dictionary<int, int> Coils { get; } = [];

    /// <summary>Every write that was taken, access codes excepted.</summary>
    internal List<(int Address, int Value)> Written { get; } = [];

    internal bool Silent { get; set; }

    /// <summary>Says yes to writes of the set point and keeps its own.</summary>
    internal bool Stubborn { get; set; }

    private bool Open { get; set; }

    public void Dispose() => _server.Dispose();

    private byte[] Answer(byte[] request)
    {
        lock (_gate)
        {
            var (function, address, value) = (request[7], (request[8] << 8) | request[9], (request[10] << 8) | request[11]);
            return function switch
            {
                1 when _trovis => Modbus.FaultServerBits.Answer(request, Enumerable.Range(address, value).Select(one => Coils.GetValueOrDefault(one) != 0)),
                3 => Modbus.FaultServerBits.Words(request, Enumerable.Range(address, value).Select(one => Holding.GetValueOrDefault(one))),
                5 when _trovis && Open => Take(request, Coils, address, value == 0 ? 0 : 1),
                6 when address == 144 && _trovis => Unlock(request, value),
                6 when _trovis && !Open => Modbus.FaultServer.Exception(request, 2),
                6 when !_trovis && address == 11179 && value is < 50 or > 400 => Modbus.FaultServer.Exception(request, 3),
                6 => Take(request, Holding, address, value),
                _ => Modbus.FaultServer.Exception(request, 1),
            };
        }
    }

    private byte[] Unlock(byte[] request, int code)
    {
        Open = code == 1732;
        return request;
    }

    private byte[] Take(byte[] request, Dictionary<int, int> table, int address, int value)
    {
        Written.Add((address, value));
        var ignored = (_trovis && address == 105 && Coils[88] == 1) || (Stubborn && address is 1002 or 11179);
        if (!ignored)
        {
            table[address] = value;
            if (_trovis && address == 88 && value == 1)
            {
                Holding[105] = 1;
            }
        }

        return request;
    }
}
