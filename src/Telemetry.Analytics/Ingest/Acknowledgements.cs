using Telemetry.Messaging.Sparkplug;

namespace Telemetry.Analytics.Ingest;

/// <summary>Answers gateways once for many batches.</summary>
internal sealed class Acknowledgements(IHostSession session)
{
    private readonly Dictionary<(string Group, string Node), (string Outbox, long Held)> _due = [];

    /// <summary>True when an answer is due.</summary>
    internal bool Any => _due.Count > 0;

    /// <summary>Notes what is held of a gateway's outbox.</summary>
    internal void Note(string group, string node, string outbox, long held) => _due[(group, node)] = (outbox, held);

    /// <summary>Sends the answers; one that cannot be sent is not kept, for the gateway sends again and is answered then.</summary>
    internal void Send()
    {
        foreach (var ((group, node), (outbox, held)) in _due)
        {
            session.Command(group, node, "",
            [
                new Metric { Name = "Outbox/Id", Type = MetricType.String, Value = outbox },
                new Metric { Name = "Outbox/Acknowledged", Type = MetricType.Int64, Value = held },
            ]);
        }

        _due.Clear();
    }
}
