using Telemetry.Analytics.History;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Tests.History;

/// <summary>What every store of samples must do; a store's own test class derives from it.</summary>
public abstract class HistoryContract
{
    protected static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    protected static readonly PointId Meter = new(new EquipmentId("valmont", "gw", "elec"), "energy.import");
    private const string Box = "box-1";

    protected abstract IHistory History { get; }

    /// <summary>Closes the store and opens it again.</summary>
    protected abstract void Reopen();

    [Fact]
    public void Read_HalfOpen_InTimeOrder()
    {
        History.Append(Batch(1, 1, At(2, 3), At(0, 1), At(1, 2)));

        Assert.Equal([1.0, 2.0], History.Read(Meter, Noon, Noon.AddMinutes(2)).Select(sample => sample.Value));
        Assert.Empty(History.Read(Meter, Noon.AddMinutes(3), Noon.AddMinutes(9)));
        Assert.Empty(History.Read(Meter with { Name = "other" }, Noon, Noon.AddMinutes(9)));
    }

    [Fact]
    public void Read_BetweenMilliseconds_StaysHalfOpen()
    {
        History.Append(Batch(1, 1, At(0, 1)));

        Assert.Empty(History.Read(Meter, Noon.AddTicks(1), Noon.AddMinutes(1)));
        Assert.Single(History.Read(Meter, Noon, Noon.AddTicks(1)));
    }

    [Fact]
    public void Append_SameInstant_FirstStays()
    {
        History.Append(Batch(1, 1, At(0, 1)));
        History.Append(Batch(2, 1, At(0, 99), At(1, 2)));

        Assert.Equal([1.0, 2.0], History.Read(Meter, Noon, Noon.AddHours(1)).Select(sample => sample.Value));
        Assert.Equal(2, History.Count());
    }

    [Fact]
    public void Append_BadSample_IsKeptWithItsReasonAndWithoutValue()
    {
        History.Append(Batch(1, 1, At(0, 1), Sample.Missing(Meter, Noon.AddMinutes(1), Quality.NoAnswer)));

        var bad = History.Read(Meter, Noon, Noon.AddHours(1))[1];
        Assert.True(double.IsNaN(bad.Value));
        Assert.Equal(Quality.NoAnswer, bad.Quality);
        Assert.Equal(1, History.LastBefore(Meter, Noon.AddHours(1))!.Value.Value);
    }

    [Fact]
    public void Append_NumberThatIsNone_IsNeverKeptAsGood()
    {
        History.Append(Batch(1, 1, At(0, double.PositiveInfinity)));

        Assert.True(Assert.Single(History.Read(Meter, Noon, Noon.AddHours(1))).Quality.IsBad);
    }

    [Fact]
    public void LastBefore_IsStrict()
    {
        History.Append(Batch(1, 1, At(0, 1), At(1, 2)));

        Assert.Equal(1, History.LastBefore(Meter, Noon.AddMinutes(1))!.Value.Value);
        Assert.Null(History.LastBefore(Meter, Noon));
    }

    [Fact]
    public void Append_Contiguous_IsAcknowledgedUpToIt() =>
        Assert.Equal([1L, 2L, 3L], [History.Append(Batch(1, 1)), History.Append(Batch(2, 1)), History.Append(Batch(3, 2))]);

    [Fact]
    public void Append_Hole_KeepsTheSamplesAndAdvancesOverThemOnceItIsFilled()
    {
        History.Append(Batch(1, 1));

        Assert.Equal(1, History.Append(Batch(3, 1, At(0, 1))));
        Assert.Equal(1, History.Count());
        Assert.Equal(3, History.Append(Batch(2, 1)));
    }

    [Fact]
    public void Append_GatewayDroppedItsOldest_Advances() => Assert.Equal(40, History.Append(Batch(40, 40)));

    [Fact]
    public void Append_GatewayDroppedSomeAndABatchIsMissing_AdvancesOnlyOverTheDropped() => Assert.Equal(39, History.Append(Batch(42, 40)));

    [Fact]
    public void Append_BatchHeldAlready_IsAnsweredAgain()
    {
        History.Append(Batch(1, 1));
        History.Append(Batch(2, 1));

        Assert.Equal(2, History.Append(Batch(1, 1)));
    }

    [Fact]
    public void Append_AnotherOutbox_StartsAgain()
    {
        History.Append(Batch(7, 7));

        Assert.Equal(1, History.Append(Batch(1, 1) with { OutboxId = "box-2" }));
        Assert.Equal(8, History.Append(Batch(8, 7)));
    }

    [Fact]
    public void Append_ForeignNode_IsStoredAndNotAcknowledged()
    {
        Assert.Equal(0, History.Append(Batch(0, 0, At(0, 1)) with { OutboxId = "" }));
        Assert.Equal(1, History.Count());
    }

    [Fact]
    public void Reopen_KeepsSamplesAndPlaces()
    {
        History.Append(Batch(1, 1, At(0, 1)));
        Reopen();

        Assert.Equal(1, History.Count());
        Assert.Equal(2, History.Append(Batch(2, 1, At(0, 5), At(1, 2))));
        Assert.Equal([1.0, 2.0], History.Read(Meter, Noon, Noon.AddHours(1)).Select(sample => sample.Value));
    }

    [Fact]
    public async Task Read_WhileWriting_SeesOnlyWholeBatches()
    {
        var history = History;
        var writing = Task.Run(() =>
        {
            for (var place = 0; place < 200; place++)
            {
                history.Append(Batch(place + 1, 1, At(place * 2, place), At((place * 2) + 1, place)));
            }
        }, TestContext.Current.CancellationToken);
        do
        {
            Assert.Equal(0, history.Read(Meter, Noon, Noon.AddDays(1)).Count % 2);
        }
        while (!writing.IsCompleted);

        await writing;
        Assert.Equal(400, history.Count());
    }

    protected static Sample At(int minute, double value) => new(Meter, Noon.AddMinutes(minute), value, Quality.Good);

    protected static Batch Batch(long sequence, long first, params Sample[] samples) => new("valmont/gw", Box, sequence, first, samples);
}
