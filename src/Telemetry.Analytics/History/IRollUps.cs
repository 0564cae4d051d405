using Telemetry.Model.Sites;

namespace Telemetry.Analytics.History;

/// <summary>Days of points, computed once and kept; anything in it can be thrown away and computed again from the history.</summary>
internal interface IRollUps
{
    /// <summary>The newest late mark that has been taken into account.</summary>
    long Mended();

    /// <summary>What is kept of a day; null when nothing is, or when it was computed by another recipe.</summary>
    byte[]? Find(PointId point, DateOnly day, string recipe);

    /// <summary>Keeps a day, unless late samples were taken into account since its readings were read.</summary>
    /// <param name="point">The point.</param>
    /// <param name="day">The local day.</param>
    /// <param name="recipe">How it was computed: another one does not find it.</param>
    /// <param name="parts">The day.</param>
    /// <param name="asOf"><see cref="Mended"/> before the readings were read.</param>
    void Keep(PointId point, DateOnly day, string recipe, byte[] parts, long asOf);

    /// <summary>Throws away days that late samples touch, and remembers that those marks are dealt with: both or neither.</summary>
    void Mend(IReadOnlyList<(PointId Point, DateOnly First, DateOnly Last)> days, long upTo);
}
