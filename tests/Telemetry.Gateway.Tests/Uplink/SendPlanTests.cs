using Telemetry.Gateway.Uplink;
using Telemetry.Messaging.Delivery;

namespace Telemetry.Gateway.Tests.Uplink;

public sealed class SendPlanTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly SendPlan _plan = new(Patience);

    [Fact]
    public void Next_BeforeTheCentreTellsRanges_InOrderAndLittle()
    {
        _plan.Restart(1_000);

        Assert.Equal([(1L, 64L)], Sendable(1, 1_000, 0));
        _plan.Confirmed(64, ranges: null, Second(1));
        Assert.Equal([(65L, 128L), (129L, 192L)], Sendable(1, 1_000, 1));
    }

    [Fact]
    public void Next_BacklogAndNewBatches_NewOnesFirst()
    {
        Ranged(last: 100_000);

        var sent = Sendable(65, 100_003, 1);

        Assert.Equal((100_001L, 100_003L), sent[0]);
        Assert.Equal((65L, 464L), sent[1]);
        Assert.Equal([(100_004L, 100_004L)], Sendable(65, 100_004, 2));
    }

    [Fact]
    public void Next_BacklogUnanswered_NewOnesStillGo()
    {
        Ranged(last: 100_000);
        for (var turn = 1; turn <= 40; turn++)
        {
            Assert.Contains((100_000L + turn, 100_000L + turn), Sendable(65, 100_000 + turn, 1 + (turn * 0.1)));
        }
    }

    [Fact]
    public void Expire_SilenceOfTheCentre_OnlyALittleIsSentAgain()
    {
        Ranged(last: 100_000);
        for (var i = 0; i < 10; i++)
        {
            Sendable(65, 100_000, 1);
            _plan.Confirmed(_plan.Flights.Max(flight => flight.To), new SequenceSet(), Second(1));
        }

        Assert.Equal(8, Sendable(9_000, 100_000, 1).Count);
        Assert.Equal(8, _plan.Expire(Second(6)));
        Assert.Equal(4, Sendable(9_000, 100_000, 6).Count);
        _plan.Expire(Second(11));
        Sendable(9_000, 100_000, 11);
        _plan.Expire(Second(16));

        var again = Sendable(9_000, 100_000, 16);
        Assert.Equal(64, again.Sum(flight => flight.To - flight.From + 1));
    }

    [Fact]
    public void Expire_OneMessageLost_OnlyThatIsSentAgain()
    {
        Ranged(last: 1_000);
        var sent = Sendable(65, 1_000, 1);
        _plan.Confirmed(100, SequenceSet.Parse("102-1000")!, Second(2));
        Assert.NotEmpty(sent);

        _plan.Expire(Second(6));

        Assert.Equal([(101L, 101L)], Sendable(101, 1_000, 6));
    }

    [Fact]
    public void IsPoison_SentAloneInVainWhileOthersArrive_ButNotInASilence()
    {
        Ranged(last: 1_000);
        for (var round = 0; round < SendPlan.Tries; round++)
        {
            Assert.False(_plan.IsPoison(101));
            Sendable(101, 1_000 + round, round * 10);
            _plan.Confirmed(100, SequenceSet.Parse($"102-{1_000 + round}")!, Second((round * 10) + 1));
            _plan.Expire(Second((round * 10) + 5));
        }

        Assert.True(_plan.IsPoison(101));
        Assert.False(_plan.IsPoison(1_001));
        _plan.Confirmed(1_200, new SequenceSet(), Second(100));
        Assert.False(_plan.IsPoison(101));
        for (var round = 0; round < 20; round++)
        {
            Sendable(1_201, 1_300, 200 + (round * 10));
            _plan.Expire(Second(205 + (round * 10)));
        }

        Assert.False(_plan.IsPoison(1_201));
    }

    [Fact]
    public void Next_AtRandom_EverySequenceArrivesAndLiveNeverWaits()
    {
        var random = new Random(11);
        var (held, last, now) = (new SequenceSet(), 5_000L, 0.0);
        _plan.Restart(last);
        for (var turn = 0; turn < 4_000 && !(turn > 400 && held.Covers(1, last)); turn++)
        {
            now += 0.25;
            last += turn < 400 ? random.Next(3) : 0;
            _plan.Expire(Second(now));
            var first = held.Gap(1).From;
            while (first <= last && _plan.Next(first, last, Second(now)) is { } flight)
            {
                Assert.InRange(flight.From, first, last);
                _plan.Sent(flight);
                if (random.Next(10) > 0)
                {
                    held.Add(flight.From, flight.To - random.Next(2));
                }
            }

            if (random.Next(4) > 0 && held.Ranges.Count > 0)
            {
                var upTo = held.Gap(1).From - 1;
                var above = new SequenceSet();
                above.Add(held);
                above.RemoveUpTo(upTo);
                _plan.Confirmed(upTo, above, Second(now));
            }
        }

        Assert.True(held.Covers(1, last), held.ToString());
    }

    private void Ranged(long last)
    {
        _plan.Restart(last);
        Sendable(1, last, 0);
        _plan.Confirmed(64, new SequenceSet(), Second(0.5));
    }

    private List<(long From, long To)> Sendable(long first, long last, double second)
    {
        var sent = new List<(long, long)>();
        while (_plan.Next(first, last, Second(second)) is { } flight)
        {
            Assert.True(sent.Count < 1_000, "it never ends");
            _plan.Sent(flight);
            sent.Add((flight.From, flight.To));
        }

        return sent;
    }

    private static TimeSpan Second(double second) => TimeSpan.FromSeconds(second);
}
