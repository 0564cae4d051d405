using Telemetry.Gateway.Configuration;
using Telemetry.Gateway.Drivers.Modbus;
using Telemetry.Model.Samples;

namespace Telemetry.Gateway.Tests.Drivers.Modbus;

/// <summary>What a poll costs when there is nothing to learn.</summary>
public sealed class SteadyPollTests
{
    /// <summary>A gateway on a small machine reads for years: a poll that brings nothing new to learn leaves nothing behind.</summary>
    [Fact]
    public void Poll_SteadyState_AllocatesNothing()
    {
        var master = new CannedWords();
        var (poller, device) = (new DevicePoller(TimeProvider.System, new HoleBook(TimeProvider.System)), new BusDevice(Points.Device(new ModbusProfile(), [.. Enumerable.Range(10, 40).Select(address => Points.Of($"p{address}", address))])));
        var observer = new Counter();
        for (var i = 0; i < 100; i++)
        {
            poller.Poll(master, device, observer);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            poller.Poll(master, device, observer);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(1100 * 40, observer.Count);
    }

    private sealed class CannedWords : IModbusMaster
    {
        public void Read(ModbusTarget target, RegisterKind kind, ushort address, Span<ushort> words) => words.Fill(address);

        public void Write(ModbusTarget target, int function, ushort address, ReadOnlySpan<ushort> words) => Assert.Fail("nothing is written");
    }

    private sealed class Counter : IObserver<IReadOnlyList<Sample>>
    {
        internal int Count { get; private set; }

        public void OnNext(IReadOnlyList<Sample> value) => Count += value.Count;

        public void OnError(Exception error) => Assert.Fail(error.Message);

        public void OnCompleted() => Assert.Fail("a poll does not end the stream");
    }
}
