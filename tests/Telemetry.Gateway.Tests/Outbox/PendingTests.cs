using Microsoft.Extensions.Logging.Abstractions;
using Telemetry.Gateway.Outbox;
using Telemetry.Gateway.Uplink;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Gateway.Tests.Outbox;

public sealed class PendingTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 5, 12, 0, 0, 123, TimeSpan.Zero);
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Take_DevicesInterleaved_ByDeviceInOrderAndNothingTwice()
    {
        var pending = new Pending(1_000);
        pending.Add([At("b", 1), At("b", 2)]);
        pending.Add([At("a", 3)]);
        pending.Add([At("b", 4)]);

        Assert.Equal(["b: 1 2 4", "a: 3"], pending.Take(Noon, all => all).Select(Text));
        Assert.Empty(pending.Take(Noon, all => all));
        pending.Add([At("a", 5)]);
        Assert.Equal(["a: 5"], pending.Take(Noon, all => all).Select(Text));
    }

    [Fact]
    public void Take_MoreThanABatchHolds_SeveralInOrder()
    {
        var pending = new Pending(10_000);
        pending.Add([.. Enumerable.Range(0, 450).Select(number => At("a", number))]);

        var batches = pending.Take(Noon, all => all);

        Assert.Equal([200, 200, 50], batches.Select(batch => batch.Samples.Count));
        Assert.Equal(Enumerable.Range(0, 450), batches.SelectMany(batch => batch.Samples).Select(sample => (int)sample.Value));
    }

    [Fact]
    public void Add_BeyondItsBound_OldestGoAndAreCounted()
    {
        var pending = new Pending(100);
        pending.Add([.. Enumerable.Range(0, 60).Select(number => At("a", number))]);
        pending.Add([.. Enumerable.Range(60, 60).Select(number => At("a", number))]);

        var kept = pending.Take(Noon, all => all).SelectMany(batch => batch.Samples).ToList();

        Assert.Equal(120, kept.Count + pending.Dropped);
        Assert.Equal(119, kept[^1].Value);
        Assert.InRange(kept.Count, 80, 100);
    }

    /// <summary>What was just kept is sent from memory: it must be what the disk holds.</summary>
    [Fact]
    public void TakeFresh_AfterACommit_IsWhatTheDiskWouldGive()
    {
        using var outbox = OutboxFile.Open(_folder.File("outbox.db"), "m", "g", new OutboxLimits(), out _);
        var keeper = new Keeper(outbox, 1_000, NullLogger.Instance);
        var pending = new Pending(1_000);
        pending.Add([At("a", 1.5), At("a", -0.0), Sample.Missing(new PointId(new EquipmentId("m", "g", "b"), "p"), Noon, Quality.NoSensor)]);

        Assert.True(keeper.Keep(pending.Take(Noon, all => all), TimeSpan.Zero));
        var (fresh, read) = (keeper.TakeFresh(), outbox.Read(1, 9, 9));

        Assert.Equal(read.Select(batch => (batch.Sequence, batch.Device, batch.KeptAt)), fresh.Select(batch => (batch.Sequence, batch.Device, batch.KeptAt)));
        Assert.Equal(read.SelectMany(batch => batch.Samples), fresh.SelectMany(batch => batch.Samples));
        Assert.Empty(keeper.TakeFresh());
    }

    public void Dispose() => _folder.Dispose();

    private static string Text(OutboxBatch batch) => FormattableString.Invariant($"{batch.Device}: {string.Join(' ', batch.Samples.Select(sample => sample.Value))}");

    private static Sample At(string device, double value) => new(new PointId(new EquipmentId("m", "g", device), "p"), Noon, value, Quality.Good);
}
