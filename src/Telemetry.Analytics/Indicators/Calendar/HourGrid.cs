using Telemetry.Analytics.Indicators.Energy;

namespace Telemetry.Analytics.Indicators.Calendar;

/// <summary>The hours of a run of local days, once for every series that lies on them: each hour's day and clock hour are looked up, not worked out again.</summary>
public sealed class HourGrid
{
    private readonly byte[] _clock;
    private readonly int[] _day;
    private readonly int[] _first;
    private readonly DateOnly[] _days;

    /// <summary>The hours of the local days of <c>[from, to)</c>: 23, 24 or 25 a day.</summary>
    /// <exception cref="ArgumentException">The period is empty or longer than fifty years.</exception>
    public HourGrid(DateOnly from, DateOnly to, TimeZoneInfo zone)
    {
        var count = to.DayNumber - from.DayNumber;
        if (count is < 1 or > 18_300)
        {
            throw new ArgumentException("A grid has from one day to fifty years.", nameof(to));
        }

        Zone = zone;
        (_days, _first) = (new DateOnly[count], new int[count + 1]);
        var (clock, day) = (new List<byte>(count * 24), new List<int>(count * 24));
        for (var at = 0; at < count; at++)
        {
            _days[at] = from.AddDays(at);
            _first[at] = clock.Count;
            var edges = CivilDays.HourEdges(_days[at], zone);
            for (var hour = 0; hour < edges.Count - 1; hour++)
            {
                clock.Add((byte)TimeZoneInfo.ConvertTime(edges[hour], zone).Hour);
                day.Add(at);
            }
        }

        _first[count] = clock.Count;
        (_clock, _day) = ([.. clock], [.. day]);
        (Start, End) = (CivilDays.Start(from, zone), CivilDays.Start(to, zone));
    }

    /// <summary>Whose days.</summary>
    public TimeZoneInfo Zone { get; }

    /// <summary>Start of the first hour, UTC.</summary>
    public DateTimeOffset Start { get; }

    /// <summary>End of the last, UTC.</summary>
    public DateTimeOffset End { get; }

    /// <summary>Number of hours.</summary>
    public int Hours => _clock.Length;

    /// <summary>The local days.</summary>
    public IReadOnlyList<DateOnly> Days => _days;

    /// <summary>Clock hour of each hour, 0 to 23.</summary>
    public ReadOnlySpan<byte> Clock => _clock;

    /// <summary>Place in <see cref="Days"/> of each hour's day.</summary>
    public ReadOnlySpan<int> Day => _day;

    /// <summary>Place of a day's first hour; of <c>Days.Count</c>, the number of hours.</summary>
    public int First(int day) => _first[day];

    /// <summary>Start of an hour, UTC.</summary>
    public DateTimeOffset At(int hour) => Start.AddHours(hour);
}
