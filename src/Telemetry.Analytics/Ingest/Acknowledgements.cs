using Telemetry.Analytics.History;
using Telemetry.Messaging.Sparkplug;

namespace Telemetry.Analytics.Ingest;

/// <summary>Answers gateways once for many batches.</summary>
internal sealed class Acknowledgements(IHostSession session, TimeProvider clock)
{
    private readonly Dictionary<string, OutboxHeld> _due = new(StringComparer.Ordinal);

    /// <summary>True when an answer is due.</summary>
    internal bool Any => _due.Count > 0;

    /// <summary>Notes what is held of a gateway's outbox.</summary>
    internal void Note(OutboxHeld held) => _due[held.Gateway] = held;

    /// <summary>Sends the answers; one that cannot be sent is not kept, for the gateway sends again and is answered then.</summary>
    internal void Send()
    {
        foreach (var held in _due.Values)
        {
            var slash = held.Gateway.IndexOf('/', StringComparison.Ordinal);
            session.Command(held.Gateway[..slash], held.Gateway[(slash + 1)..], "",
            [
                new Metric { Name = "Outbox/Id", Type = MetricType.String, Value = held.OutboxId },
                new Metric { Name = "Outbox/Acknowledged", Type = MetricType.Int64, Value = held.UpTo, Timestamp = clock.GetUtcNow() },
                new Metric { Name = "Outbox/Ranges", Type = MetricType.String, Value = held.Above },
            ]);
        }

        _due.Clear();
    }
}
