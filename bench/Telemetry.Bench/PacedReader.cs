using System.Diagnostics;
using Telemetry.Gateway.Configuration;
using Telemetry.Gateway.Drivers.Modbus;

namespace Telemetry.Bench;

/// <summary>One endpoint and its thread, as in the gateway: 10 registers of one of five units every 4 ms.</summary>
internal sealed class PacedReader
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(4);
    private readonly int _port;
    private readonly CancellationToken _stop;
    private readonly Thread _thread;
    private long _reads;
    private long _allocated;
    private long _failures;

    internal PacedReader(int port, CancellationToken stop)
    {
        (_port, _stop) = (port, stop);
        _thread = new Thread(Loop, 256 * 1024) { IsBackground = true };
    }

    internal long Reads => Interlocked.Read(ref _reads);

    /// <summary>Bytes this thread has allocated.</summary>
    internal long Allocated => Interlocked.Read(ref _allocated);

    internal long Failures => Interlocked.Read(ref _failures);

    internal void Start() => _thread.Start();

    internal void Join() => _thread.Join();

    private void Loop()
    {
        using var transport = new TcpTransport("127.0.0.1", _port, TimeSpan.FromSeconds(2));
        using var master = new ModbusMaster(transport, CancellationToken.None);
        using var never = new AutoResetEvent(initialState: false);
        var targets = Enumerable.Range(1, 5).Select(unit => new ModbusTarget((byte)unit, new Pauses(), TimeSpan.FromSeconds(1))).ToArray();
        Span<ushort> words = stackalloc ushort[10];
        var due = Stopwatch.GetTimestamp();
        for (var turn = 0; !_stop.IsCancellationRequested; turn = (turn + 1) % targets.Length)
        {
            try
            {
                master.Read(targets[turn], RegisterKind.Holding, 0, words);
                Interlocked.Increment(ref _reads);
            }
            catch (ModbusException)
            {
                Interlocked.Increment(ref _failures);
            }

            Interlocked.Exchange(ref _allocated, GC.GetAllocatedBytesForCurrentThread());
            due += (long)(Period.TotalSeconds * Stopwatch.Frequency);
            var wait = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due);
            if (wait > TimeSpan.Zero)
            {
                never.WaitOne(wait);
            }
        }
    }
}
