using Microsoft.Extensions.Logging;
using Telemetry.Analytics.History;
using Telemetry.Analytics.History.Sqlite;
using Telemetry.Analytics.Streams;
using Telemetry.Messaging.Sparkplug;

namespace Telemetry.Analytics.Ingest;

/// <summary>Messages that wait for one common commit, and what becomes of one that can never be stored; the ingest thread's own.</summary>
/// <remarks>
/// A commit that fails is tried again message by message. What the store refuses for its own reasons (full, busy) is let go: not acknowledged, so
/// sent again. What it refuses <see cref="Tries"/> times for the message's reasons is put aside in the history's file, bytes and all, and acknowledged.
/// </remarks>
internal sealed class Gathering(
    IHistory history, HistoryNews news, LiveValues live, Acknowledgements answers, TimeProvider clock, ILogger log)
{
    /// <summary>How often a message is refused before it is put aside.</summary>
    internal const int Tries = 5;
    private const int Enough = 5_000;
    private readonly List<Gathered> _waiting = [];
    private readonly Dictionary<(string Gateway, string Outbox, long Sequence), int> _refused = [];
    private int _samples;
    private long _quarantined;

    /// <summary>Messages put aside since the start.</summary>
    internal long Quarantined => Interlocked.Read(ref _quarantined);

    /// <summary>True when nothing waits.</summary>
    internal bool IsEmpty => _waiting.Count == 0;

    /// <summary>True when waiting longer would gain nothing.</summary>
    internal bool IsFull => _samples >= Enough || _waiting.Count >= Enough;

    internal void Add(Gathered message)
    {
        _waiting.Add(message);
        _samples += message.Batch.Samples.Count;
    }

    /// <summary>Commits all that waits.</summary>
    /// <exception cref="AggregateException">Some could not be stored; the others are.</exception>
    internal void Flush()
    {
        if (_waiting.Count == 0)
        {
            return;
        }

        Gathered[] all = [.. _waiting];
        _waiting.Clear();
        _samples = 0;
        try
        {
            Commit(all);
        }
        catch (Exception) when (all.Length > 1)
        {
            OneByOne(all);
        }
        catch (Exception wrong)
        {
            Refuse(all[0], wrong);
        }
    }

    private void OneByOne(Gathered[] all)
    {
        var failures = new List<Exception>();
        foreach (var message in all)
        {
            try
            {
                Commit([message]);
            }
            catch (Exception wrong)
            {
                try
                {
                    Refuse(message, wrong);
                }
                catch (Exception still)
                {
                    failures.Add(still);
                }
            }
        }

        if (failures.Count > 0)
        {
            throw new AggregateException(failures);
        }
    }

    private void Refuse(Gathered message, Exception wrong)
    {
        var (gateway, outbox, sequence) = (message.Batch.Gateway, message.Batch.OutboxId, message.Batch.Sequence);
        if (outbox.Length == 0 || StoreTrouble.IsTheStores(wrong))
        {
            throw new AggregateException(wrong);
        }

        var tries = _refused.GetValueOrDefault((gateway, outbox, sequence)) + 1;
        if (tries < Tries)
        {
            _refused[(gateway, outbox, sequence)] = tries;
            throw new AggregateException(wrong);
        }

        var aside = new QuarantinedMessage(message.Message.Device, clock.GetUtcNow(), wrong.Message, SparkplugCodec.Encode(message.Message.Payload));
        Commit([message with { Batch = message.Batch with { Samples = [], Quarantined = aside }, Live = [] }]);
        _refused.Remove((gateway, outbox, sequence));
        log.LogError(wrong, "Batch {Sequence} of {Gateway} was refused {Tries} times: it is put aside, whole, in the table 'quarantine' of the history", sequence, gateway, tries);
    }

    private void Commit(IReadOnlyList<Gathered> messages)
    {
        foreach (var held in history.Append([.. messages.Select(message => message.Batch)]))
        {
            answers.Note(held);
        }

        foreach (var message in messages)
        {
            if (message.Batch.Quarantined is not null)
            {
                Interlocked.Increment(ref _quarantined);
            }

            if (message.Batch.Samples.Count > 0)
            {
                news.Tell(message.Batch.Samples);
            }

            foreach (var sample in message.Live)
            {
                live.Offer(sample);
            }
        }
    }
}
