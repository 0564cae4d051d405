using Telemetry.Gateway.Outbox;
using Telemetry.Gateway.Uplink;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Gateway.Tests.Pains;

/// <summary>From the reading to the centre: nothing lost, nothing twice.</summary>
public sealed class DeliveryPains : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);
    private static readonly PointId Point = new(new EquipmentId("m", "g", "d"), "p");
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Pain22_BufferLost_AllIsThereAfterARestartAndItsBoundDropsTheOldest()
    {
        using (var outbox = Open())
        {
            outbox.Append([Batch(1), Batch(2)]);
        }

        using (var again = Open())
        {
            Assert.Equal([1.0, 2.0], again.Read(1, 10, 10).Select(batch => batch.Samples[0].Value));
        }

        using var small = Open(new OutboxLimits { MaxBytes = 300 });
        small.Append([.. Enumerable.Range(3, 98).Select(value => Batch(value))]);
        Assert.Equal((true, 100, 100), (small.Dropped > 0, small.Dropped + small.Depth, small.Last));
    }

    /// <summary>Killed in the middle, then opened with other settings: the same store, and no confirmation of another.</summary>
    [Fact]
    public void Pain23_DiskBufferBugs_KilledAndReconfiguredTheSameStoreGoesOn()
    {
        using var killed = Open();
        killed.Append([Batch(1), Batch(2)]);
        Directory.CreateDirectory(_folder.File("after"));
        foreach (var file in Directory.GetFiles(_folder.Path, "outbox.db*"))
        {
            File.Copy(file, _folder.File("after/" + Path.GetFileName(file)));
        }

        using var again = OutboxFile.Open(_folder.File("after/outbox.db"), "other-town", "other-gateway", new OutboxLimits { MaxBytes = 9_999_999 }, out var damaged);

        Assert.Equal((null, killed.Id, 1, 2), (damaged, again.Id, again.First, again.Last));
        Assert.False(again.Acknowledge(Guid.NewGuid().ToString(), 2));
        Assert.Equal(3, Assert.Single(again.Append([Batch(3)])).Sequence);
    }

    [Fact]
    public void Pain24_FirstSecondsOfAnOutage_SentIsNotDeletedAndIsSentAgain()
    {
        using var outbox = Open();
        outbox.Append([Batch(1), Batch(2), Batch(3)]);
        var plan = new SendPlan(TimeSpan.FromSeconds(5));
        plan.Restart(outbox.Last);
        var sent = plan.Next(outbox.First, outbox.Last, TimeSpan.Zero)!;
        plan.Sent(sent);
        Assert.Equal((3, 3), (outbox.Read(sent.From, sent.To, 10).Count, outbox.Depth));

        Assert.Equal(1, plan.Expire(TimeSpan.FromSeconds(5)));

        Assert.Equal((1, 3), plan.Next(outbox.First, outbox.Last, TimeSpan.FromSeconds(5)) is { } again ? (again.From, again.To) : default);
        outbox.Acknowledge(outbox.Id, 2);
        Assert.Equal((3, 1), (outbox.First, outbox.Depth));
    }

    /// <summary>Two readings of one instant are two sequences, and one sent again is the same: the centre knows it by its outbox and sequence.</summary>
    [Fact]
    public void Pain25_SameTimestampTwice_EachHasItsKeyAndKeepsItWhenSentAgain()
    {
        using var outbox = Open();
        outbox.Append([Batch(1), Batch(2)]);
        var (sent, again) = (outbox.Read(1, 2, 10), outbox.Read(1, 2, 10));

        Assert.Equal(Packing.Sequences(sent).ToString(), Packing.Sequences(again).ToString());
        Assert.Equal([(1, Now, 1.0), (2, Now, 2.0)], again.Select(batch => (batch.Sequence, batch.Samples[0].At, batch.Samples[0].Value)));
        Assert.Contains(Uplink.Written.Of(again, 1, _ => true), metric => metric.Value is "1,2" or "1-2");
    }

    public void Dispose() => _folder.Dispose();

    private static OutboxBatch Batch(double value) => new() { Device = "d", KeptAt = Now, Samples = [new Sample(Point, Now, value, Quality.Good)] };

    private OutboxFile Open(OutboxLimits? limits = null) => OutboxFile.Open(_folder.File("outbox.db"), "m", "g", limits ?? new OutboxLimits(), out _);
}
