using Telemetry.Gateway.Outbox;
using Telemetry.Messaging.Delivery;

namespace Telemetry.Gateway.Uplink;

/// <summary>Batches into as few messages as may be: those of one device together.</summary>
internal static class Packing
{
    private const int Samples = 1_000;

    /// <summary>The messages, each with the batches it carries in order; steps of an order's life travel alone.</summary>
    internal static IEnumerable<IReadOnlyList<OutboxBatch>> Pack(IReadOnlyList<OutboxBatch> batches)
    {
        foreach (var device in batches.GroupBy(batch => batch.Device, StringComparer.Ordinal))
        {
            var message = new List<OutboxBatch>();
            var samples = 0;
            foreach (var batch in device)
            {
                if (message.Count > 0 && (batch.Report is not null || message[^1].Report is not null || samples + batch.Samples.Count > Samples))
                {
                    yield return message;
                    (message, samples) = ([], 0);
                }

                message.Add(batch);
                samples += batch.Samples.Count;
            }

            yield return message;
        }
    }

    /// <summary>The sequences of a message.</summary>
    internal static SequenceSet Sequences(IEnumerable<OutboxBatch> batches)
    {
        var set = new SequenceSet();
        foreach (var batch in batches)
        {
            set.Add(batch.Sequence, batch.Sequence);
        }

        return set;
    }
}
