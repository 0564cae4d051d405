using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.History;

/// <summary>What a history tells those who keep something derived from it: which samples came late, and how far each point goes.</summary>
/// <remarks>A mark is committed with its samples, in one transaction: whoever keeps derived data can never have missed one.</remarks>
public interface ILateMarks
{
    /// <summary>Names this history among all others: derived data of another one is of no use.</summary>
    string Identity { get; }

    /// <summary>The id of the newest mark; 0 before the first. Marks of other processes count.</summary>
    long LastMark();

    /// <summary>The marks after an id, in their order.</summary>
    IReadOnlyList<LateMark> MarksAfter(long id);

    /// <summary>Instant of the newest sample of a point, bad ones included; null when there is none.</summary>
    DateTimeOffset? Newest(PointId point);

    /// <summary>The first usable sample strictly after an instant; null when there is none.</summary>
    Sample? FirstAfter(PointId point, DateTimeOffset instant);
}
