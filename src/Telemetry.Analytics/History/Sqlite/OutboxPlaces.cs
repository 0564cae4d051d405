using System.Globalization;
using Microsoft.Data.Sqlite;
using Telemetry.Messaging.Delivery;

namespace Telemetry.Analytics.History.Sqlite;

/// <summary>What is held of each outbox, and the messages put aside, in the transaction that stores the samples.</summary>
internal sealed class OutboxPlaces(SqliteConnection connection) : IDisposable
{
    private readonly SqliteCommand _read = connection.Prepared("SELECT held, above FROM outboxes WHERE gateway = $g AND outbox = $o", "$g", "$o");
    private readonly SqliteCommand _write = connection.Prepared(
        """
        INSERT INTO outboxes (gateway, outbox, held, above) VALUES ($g, $o, $h, $a)
        ON CONFLICT DO UPDATE SET held = excluded.held, above = excluded.above
        """, "$g", "$o", "$h", "$a");

    private readonly SqliteCommand _putAside = connection.Prepared(
        """
        INSERT OR IGNORE INTO quarantine (gateway, outbox, sequences, device, ms, why, payload) VALUES ($g, $o, $s, $d, $ms, $w, $p)
        """, "$g", "$o", "$s", "$d", "$ms", "$w", "$p");

    /// <summary>Takes the places of batches; those without an outbox have none.</summary>
    internal IReadOnlyList<OutboxHeld> Take(IReadOnlyList<Batch> batches, SqliteTransaction transaction)
    {
        (_read.Transaction, _write.Transaction, _putAside.Transaction) = (transaction, transaction, transaction);
        return
        [
            .. batches.Where(batch => batch.OutboxId.Length > 0 && batch.Sequence >= 1)
                .GroupBy(batch => (batch.Gateway, batch.OutboxId))
                .Select(outbox => Take(outbox.Key.Gateway, outbox.Key.OutboxId, outbox)),
        ];
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _read.Dispose();
        _write.Dispose();
        _putAside.Dispose();
    }

    private OutboxHeld Take(string gateway, string outbox, IEnumerable<Batch> batches)
    {
        var (before, above) = Read(gateway, outbox);
        var (held, known) = (before, above.ToString());
        foreach (var batch in batches)
        {
            var packed = batch.Packed ?? One(batch.Sequence);
            held = OutboxPosition.After(held, batch.First, packed, above);
            if (batch.Quarantined is { } message)
            {
                _putAside.With(
                    gateway, outbox, packed.ToString(), message.Device, message.At.ToUnixTimeMilliseconds(), message.Why, message.Bytes.ToArray()).ExecuteNonQuery();
            }
        }

        var now = above.ToString();
        if (held != before || now != known)
        {
            _write.With(gateway, outbox, held, now).ExecuteNonQuery();
        }

        return new OutboxHeld(gateway, outbox, held, now);
    }

    private (long Held, SequenceSet Above) Read(string gateway, string outbox)
    {
        using var row = _read.With(gateway, outbox).ExecuteReader();
        return row.Read()
            ? (Convert.ToInt64(row.GetValue(0), CultureInfo.InvariantCulture), SequenceSet.Parse(row.GetString(1)) ?? new SequenceSet())
            : (0, new SequenceSet());
    }

    private static SequenceSet One(long sequence)
    {
        var set = new SequenceSet();
        set.Add(sequence, sequence);
        return set;
    }
}
