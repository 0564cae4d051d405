using System.Globalization;
using Telemetry.Analytics.History;
using Telemetry.Analytics.Indicators.Energy;
using Telemetry.Analytics.Reports.Days;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Reports.Hours;

/// <summary>The hours of settled days on the disk, mended when late samples come.</summary>
internal sealed class KeptHours(IHistory history, ILateMarks marks, IRollUps store, TimeZoneInfo zone)
{
    // Marks of another process, an import, are seen this often.
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);
    private readonly Lock _gate = new();
    private long _looked = long.MinValue;
    private long _mended = long.MinValue;

    /// <summary>Throws away what late samples made untrue.</summary>
    /// <param name="soon">True when some are known to have come; else it is looked up once a second.</param>
    /// <returns>The points and days touched.</returns>
    internal IReadOnlyList<(PointId Point, DateOnly First, DateOnly Last)> Mend(bool soon)
    {
        lock (_gate)
        {
            if (!soon && _looked != long.MinValue && TimeProvider.System.GetElapsedTime(_looked) < LookEvery)
            {
                return [];
            }

            _looked = TimeProvider.System.GetTimestamp();
            _mended = _mended == long.MinValue ? store.Mended() : _mended;
            var late = marks.MarksAfter(_mended);
            if (late.Count == 0)
            {
                return [];
            }

            // What is kept of a whole piece of equipment is made of each of its points.
            List<(PointId Point, DateOnly First, DateOnly Last)> days =
                [.. late.Select(mark => Days(mark)).SelectMany(days => new[] { days, (OperationDays.Key(days.Point.Equipment), days.First, days.Last) })];
            store.Mend(days, late[^1].Id);
            _mended = late[^1].Id;
            return days;
        }
    }

    /// <summary>The hours of a day as kept; null when they are not.</summary>
    internal IReadOnlyList<Slice>? Find(Point point, DateOnly day) =>
        store.Find(point.Id, day, Recipe(point)) is { } bytes ? SliceBytes.Read(bytes, CivilDays.HourEdges(day, zone)) : null;

    /// <summary>What must be asked before the readings of a day are read.</summary>
    internal (long AsOf, DateTimeOffset? Newest) Before(Point point) => (store.Mended(), marks.Newest(point.Id));

    /// <summary>Keeps the hours of a settled day.</summary>
    internal void Keep(Point point, DateOnly day, IReadOnlyList<Slice> hours, long asOf) => store.Keep(point.Id, day, Recipe(point), SliceBytes.Of(hours), asOf);

    private (PointId Point, DateOnly First, DateOnly Last) Days(LateMark mark)
    {
        var (first, last) = LateReach.Of(mark, history, marks, zone);
        return (mark.Point, first, last);
    }

    // Whatever changes the numbers is part of the recipe: the rules' edition, the longest step that is no gap, the zone of the days.
    private string Recipe(Point point) =>
        string.Create(CultureInfo.InvariantCulture, $"hours-1 {RegisterHours.LongestStep(point).TotalSeconds:0.###} {zone.Id}");
}
