using Telemetry.Model.Control;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Gateway.Outbox;

/// <summary>A batch as bytes of our own file: short, and read back by any later version.</summary>
/// <remarks>
/// Compact samples (version 3), every whole number in seven-bit groups:
/// <code>
/// 3 | count | first instant, ms | count × ( name id | ms since the sample before, zigzag | kind | value )
/// kind = quality × 8 + shape;  shape 0 to 3: decimals of a whole number that follows, zigzag;  4: eight bytes;  5: no value
/// </code>
/// Version 1 holds the names themselves and stands alone.
/// </remarks>
internal static class BatchCodec
{
    private const byte SamplesVersion = 1;
    private const byte ReportVersion = 2;
    private const byte CompactVersion = 3;

    /// <summary>The bytes, point names as ids of the file's own table.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="idOf">The id of a name.</param>
    /// <param name="writer">Writes to memory, whatever it held before; the bytes are good until it is used again.</param>
    internal static ReadOnlySpan<byte> Encode(OutboxBatch batch, Func<string, int> idOf, BinaryWriter writer)
    {
        var bytes = (MemoryStream)writer.BaseStream;
        bytes.SetLength(0);
        if (batch.Report is not null)
        {
            WriteReport(writer, batch.Report.Value);
        }
        else
        {
            WriteCompact(writer, batch.Samples, idOf);
        }

        writer.Flush();
        return bytes.GetBuffer().AsSpan(0, (int)bytes.Length);
    }

    /// <summary>The bytes with everything in them, for who has no table of names.</summary>
    internal static byte[] EncodeAlone(OutboxBatch batch)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        if (batch.Report is not null)
        {
            WriteReport(writer, batch.Report.Value);
        }
        else
        {
            writer.Write(SamplesVersion);
            writer.Write(batch.Samples.Count);
            foreach (var sample in batch.Samples)
            {
                writer.Write(sample.Point.Name);
                writer.Write(sample.At.ToUnixTimeMilliseconds());
                writer.Write(sample.Value);
                writer.Write((int)sample.Quality);
            }
        }

        writer.Flush();
        return bytes.ToArray();
    }

    /// <summary>The batch; without samples when the bytes are of a kind this version does not know.</summary>
    internal static OutboxBatch Decode(long sequence, EquipmentId equipment, DateTimeOffset keptAt, byte[] bytes, Func<int, string> nameOf)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes));
        var batch = new OutboxBatch { Sequence = sequence, Device = equipment.Device, KeptAt = keptAt };
        return reader.ReadByte() switch
        {
            SamplesVersion => batch with { Samples = ReadAlone(reader, equipment) },
            CompactVersion => batch with { Samples = ReadCompact(reader, equipment, nameOf) },
            ReportVersion => batch with { Report = ReadReport(reader) },
            _ => batch,
        };
    }

    private static void WriteCompact(BinaryWriter writer, IReadOnlyList<Sample> samples, Func<string, int> idOf)
    {
        writer.Write(CompactVersion);
        writer.Write7BitEncodedInt(samples.Count);
        var before = samples.Count > 0 ? samples[0].At.ToUnixTimeMilliseconds() : 0;
        writer.Write7BitEncodedInt64(before);
        foreach (var sample in samples)
        {
            var at = sample.At.ToUnixTimeMilliseconds();
            writer.Write7BitEncodedInt(idOf(sample.Point.Name));
            writer.Write7BitEncodedInt64(PackedValue.Zigzag(at - before));
            PackedValue.Write(writer, sample.Value, (int)sample.Quality);
            before = at;
        }
    }

    private static Sample[] ReadCompact(BinaryReader reader, EquipmentId equipment, Func<int, string> nameOf)
    {
        var samples = new Sample[reader.Read7BitEncodedInt()];
        var at = reader.Read7BitEncodedInt64();
        for (var i = 0; i < samples.Length; i++)
        {
            var name = nameOf(reader.Read7BitEncodedInt());
            at += PackedValue.Unzigzag(reader.Read7BitEncodedInt64());
            var (value, quality) = PackedValue.Read(reader);
            samples[i] = new Sample(new PointId(equipment, name), DateTimeOffset.FromUnixTimeMilliseconds(at), value, (Quality)quality);
        }

        return samples;
    }

    private static Sample[] ReadAlone(BinaryReader reader, EquipmentId equipment)
    {
        var samples = new Sample[reader.ReadInt32()];
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] = new Sample(new PointId(equipment, reader.ReadString()), Instant(reader), reader.ReadDouble(), (Quality)reader.ReadInt32());
        }

        return samples;
    }

    private static void WriteReport(BinaryWriter writer, (string Point, OrderReport Report) step)
    {
        writer.Write(ReportVersion);
        writer.Write(step.Point);
        writer.Write(step.Report.Order.ToByteArray());
        writer.Write((int)step.Report.State);
        writer.Write(step.Report.At.ToUnixTimeMilliseconds());
        writer.Write(step.Report.ReadBack ?? double.NaN);
        writer.Write((int)step.Report.Refusal);
        writer.Write(step.Report.Limit ?? double.NaN);
    }

    private static (string, OrderReport) ReadReport(BinaryReader reader) => (reader.ReadString(), new OrderReport
    {
        Order = new Guid(reader.ReadBytes(16)),
        State = (OrderState)reader.ReadInt32(),
        At = Instant(reader),
        ReadBack = Given(reader.ReadDouble()),
        Refusal = (Refusal)reader.ReadInt32(),
        Limit = Given(reader.ReadDouble()),
    });

    private static DateTimeOffset Instant(BinaryReader reader) => DateTimeOffset.FromUnixTimeMilliseconds(reader.ReadInt64());

    private static double? Given(double value) => double.IsNaN(value) ? null : value;
}
