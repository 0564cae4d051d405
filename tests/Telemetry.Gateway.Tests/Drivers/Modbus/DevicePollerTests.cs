using System.Reactive;
using Telemetry.Gateway.Configuration;
using Telemetry.Gateway.Drivers.Modbus;
using Telemetry.Gateway.Tests.Control;
using Telemetry.Model.Samples;

namespace Telemetry.Gateway.Tests.Drivers.Modbus;

/// <summary>A refused read is split, what is not served is remembered, and the rest is read as before.</summary>
public sealed class DevicePollerTests
{
    private readonly HandClock _clock = new();
    private readonly CannedMaster _master = new();
    private readonly List<Sample> _samples = [];

    [Fact]
    public void Poll_HoleBetweenPoints_FoundInOnePollAndNeverAskedAgain()
    {
        _master.Serve(10, 11, 12, 14, 15, 16);
        var (poller, device) = (new DevicePoller(_clock, new HoleBook(_clock)), Device(10, 11, 12, 14, 15, 16));

        Poll(poller, device);
        Assert.Equal(["10", "11", "12", "14", "15", "16"], Values());

        _master.Reads.Clear();
        Poll(poller, device);
        Assert.Equal(["10+3", "14+3"], _master.Reads);
        Assert.Equal(["10", "11", "12", "14", "15", "16"], Values());
    }

    [Fact]
    public void Poll_PointNotServed_AloneItSaysSoAndTheOthersStayTogether()
    {
        _master.Serve(10, 11, 13, 14);
        var (poller, device) = (new DevicePoller(_clock, new HoleBook(_clock)), Device(10, 11, 12, 13, 14));

        Poll(poller, device);
        Assert.Equal(["10", "11", "DeviceRefused", "13", "14"], Values());

        _master.Reads.Clear();
        Poll(poller, device);
        Assert.Equal(["10+2", "12+1", "13+2"], _master.Reads);
        Assert.Equal(["10", "11", "DeviceRefused", "13", "14"], Values());
    }

    [Fact]
    public void Poll_EdgeOfABlock_SplitThereOnly()
    {
        _master.Serve(Enumerable.Range(10, 8)).Edges.Add(13);
        var (poller, device) = (new DevicePoller(_clock, new HoleBook(_clock)), Device([.. Enumerable.Range(10, 8)]));

        Poll(poller, device);
        _master.Reads.Clear();
        Poll(poller, device);

        Assert.Equal(["10+3", "13+5"], _master.Reads);
        Assert.Equal(8, Values().Count);
        Assert.DoesNotContain(_samples, sample => sample.Quality != Quality.Good);
    }

    [Fact]
    public void Poll_AfterADay_HoleTriedOnceMore()
    {
        _master.Serve(10, 12);
        var (poller, device) = (new DevicePoller(_clock, new HoleBook(_clock)), Device(10, 12));
        Poll(poller, device);
        _clock.Move(TimeSpan.FromHours(23.9));
        _master.Reads.Clear();
        Poll(poller, device);
        Assert.Equal(["10+1", "12+1"], _master.Reads);

        _master.Serve(11);
        _clock.Move(TimeSpan.FromHours(0.2));
        _master.Reads.Clear();
        Poll(poller, device);
        Poll(poller, device);
        Assert.Equal(["10+3", "10+3"], _master.Reads);
    }

    [Fact]
    public void Poll_Restart_HolesAreKnown()
    {
        using var folder = new TemporaryFolder();
        _master.Serve(10, 12);
        Poll(new DevicePoller(_clock, new HoleBook(_clock, folder.File("holes.tsv"))), Device(10, 12));

        _master.Reads.Clear();
        Poll(new DevicePoller(_clock, new HoleBook(_clock, folder.File("holes.tsv"))), Device(10, 12));

        Assert.Equal(["10+1", "12+1"], _master.Reads);
    }

    [Theory]
    [InlineData("")]
    [InlineData("d/test\tHolding\tx\t11\t2026-01-05T12:00:00.0000000Z\n\u0000\u0001\n\t\t\t\t\n")]
    [InlineData("d/test\tHolding\t11\t11\t2099-01-05T12:00:00.0000000Z\n")]
    public void Open_DamagedBookOrClockBackwards_LearnsAgain(string text)
    {
        using var folder = new TemporaryFolder();
        _master.Serve(10, 12);
        var path = folder.Write("holes.tsv", text);
        Poll(new DevicePoller(_clock, new HoleBook(_clock, path)), Device(10, 12));

        Assert.Equal("10+3", _master.Reads[0]);
        Assert.NotEmpty(new HoleBook(_clock, path).For("d/test").Holes);
    }

    [Fact]
    public void Learn_DiskThatDoesNotTakeIt_KeptInMemory()
    {
        using var folder = new TemporaryFolder();
        var book = new HoleBook(_clock, folder.File("none/holes.tsv"));
        book.Learn("d/test", [new Hole(RegisterKind.Holding, 1, 2, _clock.Now)]);

        Assert.Single(book.For("d/test").Holes);
    }

    /// <summary>A device that starts, or a wrong unit: nothing is learned of its tables.</summary>
    [Fact]
    public void Poll_EverythingRefused_NothingLearned()
    {
        var book = new HoleBook(_clock);
        Poll(new DevicePoller(_clock, book), Device(10, 11, 12));

        Assert.Equal(["DeviceRefused", "DeviceRefused", "DeviceRefused"], Values());
        Assert.Empty(book.For("d/test").Holes);
    }

    /// <summary>4 to 6 are about the device's moment, not about what was asked.</summary>
    [Theory]
    [InlineData(4)]
    [InlineData(6)]
    public void Poll_OtherException_NotSplit(byte code)
    {
        _master.Code = code;
        Poll(new DevicePoller(_clock, new HoleBook(_clock)), Device(10, 11));

        Assert.Equal(["10+2"], _master.Reads);
        Assert.Equal(["DeviceRefused", "DeviceRefused"], Values());
    }

    [Fact]
    public void Poll_ConverterSaysNoAnswer_IsAMiss()
    {
        _master.Code = 0x0B;

        Assert.Equal(ModbusFault.Refused, Assert.Throws<ModbusException>(() => Poll(new DevicePoller(_clock, new HoleBook(_clock)), Device(10, 11))).Fault);
        Assert.Empty(_samples);
    }

    /// <summary>Whatever is served of sixteen registers, each served point has its value, and from the second poll on nothing is asked twice.</summary>
    [Fact]
    public void Poll_AnyTables_EveryServedPointIsRead()
    {
        var random = new Random(557);
        for (var run = 0; run < 500; run++)
        {
            var master = new CannedMaster().Serve(Enumerable.Range(10, 16).Where(_ => random.Next(4) > 0));
            master.Edges.AddRange(Enumerable.Range(11, 15).Where(_ => random.Next(6) == 0));
            int[] points = [.. Enumerable.Range(10, 16).Where(_ => random.Next(3) > 0)];
            var (poller, device) = (new DevicePoller(_clock, new HoleBook(_clock)), Device(points));
            for (var poll = 0; poll < 3; poll++)
            {
                _samples.Clear();
                master.Reads.Clear();
                poller.Poll(master, device, Observer.Create<IReadOnlyList<Sample>>(_samples.AddRange));

                Assert.Equal(
                    points.Select(point => master.Registers.ContainsKey(point) ? $"{point}" : "DeviceRefused").Order(StringComparer.Ordinal),
                    Values().Order(StringComparer.Ordinal));
                Assert.True(poll < 2 || master.Reads.Count == master.Reads.Distinct().Count(), string.Join(' ', master.Reads));
                Assert.True(poll < 2 || master.Reads.Count <= points.Length, string.Join(' ', master.Reads));
            }
        }
    }

    private static BusDevice Device(params int[] addresses) =>
        new(Points.Device(new ModbusProfile(), [.. addresses.Select(address => Points.Of($"p{address}", address))]));

    private void Poll(DevicePoller poller, BusDevice device)
    {
        _samples.Clear();
        poller.Poll(_master, device, Observer.Create<IReadOnlyList<Sample>>(_samples.AddRange));
    }

    private List<string> Values() => [.. _samples.Select(sample => sample.Quality == Quality.Good ? $"{sample.Value}" : sample.Quality.ToString())];
}
