using FirmwareSim.Town;

namespace FirmwareSim.Mqtt;

/// <summary>Today and yesterday of a register, cut at local midnight, and what passed since the last look.</summary>
internal sealed class DayTotals
{
    private DateOnly _day;
    private double _atMidnight;
    private double _last = double.NaN;

    internal double Yesterday { get; private set; }

    internal double Today { get; private set; }

    /// <summary>What passed since the look before.</summary>
    internal double SinceLast { get; private set; }

    internal void Look(DateTimeOffset now, double total)
    {
        var day = DateOnly.FromDateTime(LocalTime.Of(now));
        if (double.IsNaN(_last) || total < _last)
        {
            (_day, _atMidnight, _last) = (day, total, total);
        }
        else if (day != _day)
        {
            (Yesterday, _day, _atMidnight) = (_last - _atMidnight, day, _last);
        }

        (Today, SinceLast, _last) = (total - _atMidnight, total - _last, total);
    }
}
