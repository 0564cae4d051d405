using Microsoft.Extensions.Logging;
using Telemetry.Gateway.Outbox;
using Telemetry.Messaging.Delivery;
using Telemetry.Messaging.Sparkplug;

namespace Telemetry.Gateway.Uplink;

/// <summary>Sends what the outbox holds, by the plan; the uplink thread's own.</summary>
internal sealed partial class Sender(OutboxFile outbox, IEdgeSession session, ILogger log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Live = TimeSpan.FromSeconds(10);
    private readonly SendPlan _plan = new(Patience);
    private long _opaque;

    /// <summary>Batches told as mere bytes since the start.</summary>
    internal long Opaque => _opaque;

    /// <summary>A new connection: begins again from the first batch held.</summary>
    internal void Restart() => _plan.Restart(outbox.Last);

    /// <summary>The centre said what it holds.</summary>
    internal void Confirmed(long upTo, SequenceSet? ranges, TimeSpan now) => _plan.Confirmed(upTo, ranges, now);

    /// <summary>Sends all that may be sent now.</summary>
    /// <param name="now">The count that never steps.</param>
    /// <param name="steady">The clock by which batches were kept.</param>
    /// <param name="fresh">The batches just kept, in order.</param>
    internal void Send(TimeSpan now, DateTimeOffset steady, IReadOnlyList<OutboxBatch> fresh)
    {
        if (_plan.Expire(now) > 0)
        {
            LogAgain(Patience.TotalSeconds, outbox.First, outbox.Last);
        }

        using var together = session.Gather();
        while (session.IsOnline && _plan.Next(outbox.First, outbox.Last, now) is { } flight)
        {
            var batches = Batches(flight, fresh);
            if (!(_plan.TellsRanges ? Packing.Pack(batches) : batches.Select(batch => (IReadOnlyList<OutboxBatch>)[batch])).All(message => Tell(message, steady)))
            {
                return;
            }

            _plan.Sent(flight);
        }
    }

    /// <summary>Tells samples that the disk did not take: as the present only, without a place in the outbox.</summary>
    internal void TellUnkept(IReadOnlyList<OutboxBatch> batches)
    {
        foreach (var batch in batches.Where(batch => batch.Samples.Count > 0))
        {
            if (!session.IsOnline || !session.Publish(batch.Device, SparkplugMetrics.Unkept(batch)))
            {
                return;
            }
        }
    }

    private IReadOnlyList<OutboxBatch> Batches(Flight flight, IReadOnlyList<OutboxBatch> fresh) =>
        fresh.Count > 0 && fresh[0].Sequence <= flight.From && fresh[^1].Sequence >= flight.To
            ? [.. fresh.Skip((int)(flight.From - fresh[0].Sequence)).Take((int)(flight.To - flight.From) + 1)]
            : outbox.Read(flight.From, flight.To, int.MaxValue);

    private bool Tell(IReadOnlyList<OutboxBatch> message, DateTimeOffset steady)
    {
        if (message.Any(batch => _plan.IsPoison(batch.Sequence)))
        {
            return message.All(batch => TellOpaque(batch, "never confirmed"));
        }

        try
        {
            return session.Publish(message[0].Device, metrics => SparkplugMetrics.Write(metrics, message, outbox.First, batch => steady - batch.KeptAt > Live));
        }
        catch (ArgumentException wrong)
        {
            // A value that the wire has no way to tell. Its neighbours travel alone; it travels as bytes.
            return message.Count > 1 ? message.All(batch => Tell([batch], steady)) : TellOpaque(message[0], wrong.Message);
        }
    }

    private bool TellOpaque(OutboxBatch batch, string why)
    {
        _opaque++;
        LogOpaque(batch.Sequence, batch.Device, why);
        return session.Publish("", SparkplugMetrics.Opaque(batch, outbox.First, why));
    }

    [LoggerMessage(LogLevel.Information, "The centre did not confirm all within {Seconds} s: what it lacks of {First} to {Last} is sent again, little by little.")]
    private partial void LogAgain(double seconds, long first, long last);

    [LoggerMessage(LogLevel.Error, "Batch {Sequence} of {Device} cannot be told ({Why}): its bytes are sent for the centre's quarantine.")]
    private partial void LogOpaque(long sequence, string device, string why);
}
