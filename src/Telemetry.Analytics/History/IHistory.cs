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

    /// <summary>Commits several batches at once, all or none: the cost of a commit is shared.</summary>
    /// <param name="batches">In the order of their arrival.</param>
    /// <returns>What is then held of each outbox among them.</returns>
    IReadOnlyList<OutboxHeld> Append(IReadOnlyList<Batch> batches) =>
    [
        .. batches.Select(batch => new OutboxHeld(batch.Gateway, batch.OutboxId, Append(batch), ""))
            .Where(held => held.OutboxId.Length > 0)
            .GroupBy(held => (held.Gateway, held.OutboxId))
            .Select(outbox => outbox.Last()),
    ];

    /// <summary>The samples of a point with <c>from &lt;= At &lt; to</c>, in time order, bad ones included.</summary>
    IReadOnlyList<Sample> Read(PointId point, DateTimeOffset from, DateTimeOffset to);

    /// <summary>The last usable sample strictly before an instant; null when there is none.</summary>
    Sample? LastBefore(PointId point, DateTimeOffset instant);

    /// <summary>How many samples are held.</summary>
    long Count();
}
