using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.History;

/// <summary>Every sample ever confirmed, keyed by (point, instant).</summary>
public interface IHistory
{
    /// <summary>Commits a batch and the place it takes in its gateway's outbox, both or neither; a batch already held changes nothing.</summary>
    /// <param name="batch">The samples and where they come from.</param>
    /// <returns>The highest sequence to acknowledge: every one from the gateway's first up to it is held.</returns>
    long Append(Batch batch);

    /// <summary>The samples of a point with <c>from &lt;= At &lt; to</c>, in time order, bad ones included.</summary>
    IReadOnlyList<Sample> Read(PointId point, DateTimeOffset from, DateTimeOffset to);

    /// <summary>The last usable sample strictly before an instant; null when there is none.</summary>
    Sample? LastBefore(PointId point, DateTimeOffset instant);

    /// <summary>How many samples are held.</summary>
    long Count();
}
