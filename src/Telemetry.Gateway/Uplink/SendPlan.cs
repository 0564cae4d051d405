using Telemetry.Messaging.Delivery;

namespace Telemetry.Gateway.Uplink;

/// <summary>Which batches to send next: the newest at once, the backlog in the window that is left. Pure but for its own state.</summary>
/// <remarks>
/// <code>
///  first                                 liveFrom        last
///    |--- held ---|-- gap --|--- held ---|-- gap --| ... |-- live --|
/// </code>
/// A flight not wholly confirmed in time comes down: what is missing of it is a gap again, and the window is halved, so that a centre that was silent
/// is asked with a little first. A centre that does not tell ranges (an older one) gets everything in order.
/// </remarks>
internal sealed class SendPlan(TimeSpan patience)
{
    /// <summary>How often a batch is sent in vain, while others arrive, before it is told as mere bytes.</summary>
    internal const int Tries = 8;
    private const int Suspected = 3;
    private const int LargestWindow = 8;
    private const int LiveFlights = 64;
    private const int InOrder = 64;
    private const int Packed = 400;
    private readonly SequenceSet _held = new();
    private readonly List<Flight> _flights = [];
    private readonly Dictionary<long, int> _inVain = [];
    private TimeSpan _confirmedAt = TimeSpan.MinValue;
    private long _liveFrom;
    private int _window = 1;

    /// <summary>Whether the centre tells what it holds beyond a hole, and so takes batches packed and out of order.</summary>
    internal bool TellsRanges { get; private set; }

    /// <summary>Flights on their way.</summary>
    internal IReadOnlyList<Flight> Flights => _flights;

    /// <summary>A new connection: nothing is on its way, and what the centre holds is to be heard again.</summary>
    internal void Restart(long last)
    {
        _flights.Clear();
        _held.Clear();
        _inVain.Clear();
        (TellsRanges, _window, _liveFrom) = (false, 1, last + 1);
    }

    /// <summary>What to send next; null when nothing may be.</summary>
    internal Flight? Next(long first, long last, TimeSpan now)
    {
        _held.RemoveUpTo(first - 1);
        _liveFrom = _held.Gap(Math.Max(_liveFrom, first)).From;
        if (TellsRanges && _liveFrom <= last && _flights.Count(flight => flight.Live) < LiveFlights)
        {
            return new Flight(_liveFrom, Math.Min(last, _liveFrom + Packed - 1), Live: true, now);
        }

        if (_flights.Count(flight => !flight.Live) >= _window)
        {
            return null;
        }

        var taken = new SequenceSet();
        taken.Add(_held);
        _flights.ForEach(flight => taken.Add(flight.From, flight.To));
        var end = TellsRanges ? Math.Min(last, _liveFrom - 1) : last;
        var gap = taken.Gap(first);
        return gap.From > end ? null : new Flight(gap.From, Math.Min(Math.Min(gap.To, end), gap.From + Largest(gap.From) - 1), Live: false, now);
    }

    /// <summary>Notes that batches are on their way.</summary>
    internal void Sent(Flight flight)
    {
        _flights.Add(flight);
        if (flight.Live)
        {
            _liveFrom = flight.To + 1;
        }
    }

    /// <summary>Notes what the centre holds.</summary>
    /// <param name="upTo">Every sequence up to it.</param>
    /// <param name="ranges">And those beyond the first hole; null when it does not tell.</param>
    /// <param name="now">When it was heard.</param>
    internal void Confirmed(long upTo, SequenceSet? ranges, TimeSpan now)
    {
        if (!TellsRanges && ranges is not null)
        {
            // What went in order until now is on its way: only what comes after it goes before the backlog.
            (TellsRanges, _liveFrom) = (true, Math.Max(_liveFrom, _flights.Select(flight => flight.To + 1).DefaultIfEmpty(0).Max()));
        }

        _held.Add(1, upTo);
        _held.Add(ranges ?? new SequenceSet());
        var arrived = _flights.RemoveAll(flight => _held.Covers(flight.From, flight.To));
        if (arrived > 0)
        {
            (_window, _confirmedAt) = (Math.Min(LargestWindow, _window + arrived), now);
        }

        foreach (var sequence in _inVain.Keys.Where(_held.Contains).ToList())
        {
            _inVain.Remove(sequence);
        }
    }

    /// <summary>Brings down the flights that were not confirmed in time.</summary>
    /// <returns>How many.</returns>
    internal int Expire(TimeSpan now)
    {
        var late = _flights.Where(flight => now - flight.SentAt >= patience).ToList();
        if (late.Count == 0)
        {
            return 0;
        }

        foreach (var flight in late)
        {
            _flights.Remove(flight);
            // Only a centre that answers others meanwhile says something about these.
            if (_confirmedAt > flight.SentAt)
            {
                CountInVain(flight);
            }
        }

        _window = Math.Max(1, _window / 2);
        return late.Count;
    }

    /// <summary>Whether a batch never arrives in the common way.</summary>
    internal bool IsPoison(long sequence) => _inVain.GetValueOrDefault(sequence) >= Tries;

    private void CountInVain(Flight flight)
    {
        // Together they are only suspected; alone it counts.
        var most = flight.From == flight.To ? int.MaxValue : Suspected;
        for (var sequence = flight.From; sequence <= flight.To; sequence++)
        {
            var before = _inVain.GetValueOrDefault(sequence);
            if (!_held.Contains(sequence))
            {
                _inVain[sequence] = before >= most ? before : before + 1;
            }
        }
    }

    // Suspected ones travel in ever smaller company, at last alone, so that one that cannot be stored does not hold up its neighbours.
    private int Largest(long from) => _inVain.GetValueOrDefault(from) switch
    {
        0 => TellsRanges && _window > 1 ? Packed : InOrder,
        1 => InOrder,
        2 => InOrder / 8,
        _ => 1,
    };
}
