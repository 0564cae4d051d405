using Telemetry.Analytics.History;
using Telemetry.Analytics.Indicators.Energy;
using Telemetry.Analytics.Reports.Hours;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Reports.Days;

/// <summary>Local days derived from the history, kept on the disk once no newer sample can change them; late samples throw them away (decision 0031).</summary>
internal sealed class KeptDays(IHistory history, IRollUps? store, TimeZoneInfo zone, TimeProvider clock)
{
    // A day of a point that fell silent waits this long for what its gateway may still hold.
    private static readonly TimeSpan LongestWait = DayReadings.LongestLook;
    private readonly ILateMarks? _marks = history as ILateMarks;
    private readonly KeptHours? _mending = store is not null && history is ILateMarks marks ? new KeptHours(history, marks, store, zone) : null;

    /// <summary>How many days were computed since the start.</summary>
    internal long Computed { get; private set; }

    /// <summary>Throws away what late samples made untrue; before days are asked for.</summary>
    internal void Mend() => _mending?.Mend(soon: true);

    /// <summary>A day as kept, or computed and kept.</summary>
    /// <param name="key">Under which point it is kept: a late sample of that point throws it away.</param>
    /// <param name="sources">The points it is derived from.</param>
    /// <param name="day">The local day.</param>
    /// <param name="recipe">How it is computed: another one does not find it.</param>
    /// <param name="compute">From its start and its end, excluded.</param>
    internal byte[] Of(PointId key, IReadOnlyCollection<PointId> sources, DateOnly day, string recipe, Func<DateTimeOffset, DateTimeOffset, byte[]> compute)
    {
        var (start, end) = (CivilDays.Start(day, zone), CivilDays.End(day, zone));
        if (_mending is null)
        {
            return compute(start, end);
        }

        if (store!.Find(key, day, recipe) is { } kept)
        {
            return kept;
        }

        var asOf = store.Mended();
        var settled = clock.GetUtcNow() - end >= LongestWait || sources.All(point => _marks!.Newest(point) >= end + DayReadings.Margin);
        var bytes = compute(start, end);
        Computed++;
        if (settled)
        {
            store.Keep(key, day, recipe, bytes, asOf);
        }

        return bytes;
    }
}
