using Telemetry.Gateway.Outbox;
using Telemetry.Model.Control;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Gateway.Tests.Outbox;

public sealed class OutboxFileTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Append_ThenReopen_SameIdentitySequencesAndContent()
    {
        string id;
        using (var outbox = Open())
        {
            id = outbox.Id;
            outbox.Append([Batch(1), Batch(2)]);
            outbox.Append([Report()]);
        }

        using var again = Open();
        Assert.Equal((id, 1, 3, 3), (again.Id, again.First, again.Last, again.Depth));
        var read = again.Read(1, 10, 10);
        Assert.Equal([1L, 2, 3], read.Select(batch => batch.Sequence));
        Assert.Equal([1.0, 2.0], read.Take(2).Select(batch => batch.Samples[0].Value));
        Assert.Equal(Report().Report, read[2].Report);
        Assert.Equal(Quality.NoSensor, read[0].Samples[1].Quality);
    }

    [Fact]
    public void Append_ConnectionAbandoned_WhatWasCommittedIsThere()
    {
        // As a kill leaves it: the log is there, nobody closed anything.
        var abandoned = Open();
        abandoned.Append([Batch(1)]);
        abandoned.Append([Batch(2)]);
        Directory.CreateDirectory(_folder.File("after"));
        foreach (var file in Directory.GetFiles(_folder.Path, "outbox.db*"))
        {
            File.Copy(file, Path.Combine(_folder.File("after"), Path.GetFileName(file)));
        }

        using var again = OutboxFile.Open(Path.Combine(_folder.File("after"), "outbox.db"), "m", "g", new OutboxLimits(), out var damaged);
        Assert.Null(damaged);
        Assert.Equal((1, 2), (again.First, again.Last));
        abandoned.Dispose();
    }

    [Fact]
    public void Acknowledge_OwnAndOthers_OnlyOwnDeletes()
    {
        using var outbox = Open();
        outbox.Append([Batch(1), Batch(2), Batch(3)]);

        Assert.False(outbox.Acknowledge(Guid.NewGuid().ToString(), 2));
        Assert.Equal(3, outbox.Depth);
        Assert.False(outbox.Acknowledge(outbox.Id, 99));
        Assert.Equal(3, outbox.Depth);
        Assert.True(outbox.Acknowledge(outbox.Id, 2));
        Assert.Equal((3, 1), (outbox.First, outbox.Depth));
        Assert.True(outbox.Acknowledge(outbox.Id, 1));
        Assert.Equal((3, 1), (outbox.First, outbox.Depth));
    }

    [Fact]
    public void Append_AfterAllAcknowledgedAndReopened_SequenceGoesOn()
    {
        using (var outbox = Open())
        {
            outbox.Append([Batch(1), Batch(2)]);
            outbox.Acknowledge(outbox.Id, 2);
        }

        using var again = Open();
        Assert.Equal((3, 2, 0), (again.First, again.Last, again.Depth));
        Assert.Equal(3, Assert.Single(again.Append([Batch(3)])).Sequence);
        Assert.Equal(3, again.First);
    }

    [Fact]
    public void Append_BeyondBytes_OldestDroppedAndCounted()
    {
        using var outbox = Open(new OutboxLimits { MaxBytes = 500 });
        for (var i = 1; i <= 100; i++)
        {
            outbox.Append([Batch(i)]);
        }

        Assert.True(outbox.Dropped > 0);
        Assert.Equal(100, outbox.Last);
        Assert.Equal(outbox.Last - outbox.First + 1, outbox.Depth);
        Assert.Equal(100, outbox.Depth + outbox.Dropped);
        Assert.Equal(100.0, outbox.Read(100, 100, 1)[0].Samples[0].Value);
    }

    [Fact]
    public void Append_BeyondAge_OldestDropped()
    {
        using var outbox = Open(new OutboxLimits { MaxAge = TimeSpan.FromDays(1) });
        outbox.Append([Batch(1)]);
        outbox.Append([Batch(2) with { KeptAt = Now.AddDays(3) }]);

        Assert.Equal((2, 1), (outbox.First, outbox.Dropped));
    }

    [Theory]
    [InlineData("not a database at all, only text that is long enough to be read as a header of a file")]
    [InlineData("half")]
    public void Open_DamagedFile_SetAsideAndBegunAgain(string how)
    {
        string before;
        using (var outbox = Open())
        {
            before = outbox.Id;
            outbox.Append(Enumerable.Range(1, 500).Select(i => Batch(i)).ToList());
        }

        var path = _folder.File("outbox.db");
        var bytes = File.ReadAllBytes(path);
        if (how == "half")
        {
            bytes.AsSpan(4096).Fill(0xA5);
            File.WriteAllBytes(path, bytes);
        }
        else
        {
            File.WriteAllText(path, string.Concat(Enumerable.Repeat(how, 20)));
        }

        using var again = OutboxFile.Open(path, "m", "g", new OutboxLimits(), out var aside);
        Assert.NotNull(aside);
        Assert.True(File.Exists(aside));
        Assert.NotEqual(before, again.Id);
        Assert.Equal(1, Assert.Single(again.Append([Batch(1)])).Sequence);
    }

    [Fact]
    public void Append_DiskFull_NothingChangesAndRoomMadeByTheCentreIsUsedAgain()
    {
        using var outbox = Open();
        outbox.LimitPages(40);
        var full = Assert.Throws<Microsoft.Data.Sqlite.SqliteException>(() =>
        {
            for (var i = 0; i < 10_000; i++)
            {
                outbox.Append([Wide(i)]);
            }
        });

        Assert.Equal(13, full.SqliteErrorCode);
        var (last, depth) = (outbox.Last, outbox.Depth);
        Assert.Equal(last, outbox.Read(1, long.MaxValue, int.MaxValue)[^1].Sequence);
        Assert.Throws<Microsoft.Data.Sqlite.SqliteException>(() => outbox.Append([.. Enumerable.Range(20_000, 20).Select(Wide)]));
        Assert.Equal((last, depth), (outbox.Last, outbox.Depth));
        Assert.True(outbox.Acknowledge(outbox.Id, last / 2));
        Assert.Equal(last + 1, Assert.Single(outbox.Append([Wide(7)])).Sequence);
        Assert.Equal("p7-0", outbox.Read(last + 1, last + 1, 1)[0].Samples[0].Point.Name);
    }

    [Fact]
    public void Acknowledge_Part_BytesFreedAreCounted()
    {
        using var outbox = Open(new OutboxLimits { MaxBytes = 2_000 });
        for (var i = 1; i <= 1_000; i++)
        {
            outbox.Append([Batch(i)]);
            outbox.Acknowledge(outbox.Id, i - 1);
        }

        Assert.Equal((0, 1), (outbox.Dropped, outbox.Depth));
    }

    public void Dispose() => _folder.Dispose();

    private static OutboxBatch Wide(int i) => Batch(i) with
    {
        Samples = [.. Enumerable.Range(0, 50).Select(n => new Sample(new PointId(new EquipmentId("m", "g", "d"), $"p{i}-{n}"), Now, n, Quality.Good))],
    };

    private static OutboxBatch Batch(double value)
    {
        var equipment = new EquipmentId("m", "g", "d");
        return new OutboxBatch
        {
            Device = "d",
            KeptAt = Now,
            Samples = [new Sample(new PointId(equipment, "p"), Now, value, Quality.Good), Sample.Missing(new PointId(equipment, "q"), Now, Quality.NoSensor)],
        };
    }

    private static OutboxBatch Report() => new()
    {
        Device = "d",
        KeptAt = Now,
        Report = ("p", new OrderReport { Order = Guid.Parse("11111111-2222-3333-4444-555555555555"), State = OrderState.Refused, At = Now, Refusal = Refusal.AboveMaximum, Limit = 22 }),
    };

    private OutboxFile Open(OutboxLimits? limits = null) => OutboxFile.Open(_folder.File("outbox.db"), "m", "g", limits ?? new OutboxLimits(), out _);
}
