using Telemetry.Model.Control;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Gateway.Outbox;

/// <summary>A batch as bytes of our own file: short, and read back by any later version.</summary>
internal static class BatchCodec
{
    private const byte SamplesVersion = 1;
    private const byte ReportVersion = 2;

    internal static byte[] Encode(OutboxBatch batch)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        if (batch.Report is var (point, report))
        {
            writer.Write(ReportVersion);
            writer.Write(point);
            writer.Write(report.Order.ToByteArray());
            writer.Write((int)report.State);
            writer.Write(report.At.ToUnixTimeMilliseconds());
            writer.Write(report.ReadBack ?? double.NaN);
            writer.Write((int)report.Refusal);
            writer.Write(report.Limit ?? double.NaN);
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
    internal static OutboxBatch Decode(long sequence, EquipmentId equipment, DateTimeOffset keptAt, byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes));
        var batch = new OutboxBatch { Sequence = sequence, Device = equipment.Device, KeptAt = keptAt };
        switch (reader.ReadByte())
        {
            case SamplesVersion:
                var samples = new Sample[reader.ReadInt32()];
                for (var i = 0; i < samples.Length; i++)
                {
                    samples[i] = new Sample(new PointId(equipment, reader.ReadString()), Instant(reader), reader.ReadDouble(), (Quality)reader.ReadInt32());
                }

                return batch with { Samples = samples };
            case ReportVersion:
                var point = reader.ReadString();
                return batch with
                {
                    Report = (point, new OrderReport
                    {
                        Order = new Guid(reader.ReadBytes(16)),
                        State = (OrderState)reader.ReadInt32(),
                        At = Instant(reader),
                        ReadBack = Given(reader.ReadDouble()),
                        Refusal = (Refusal)reader.ReadInt32(),
                        Limit = Given(reader.ReadDouble()),
                    }),
                };
            default:
                return batch;
        }
    }

    private static DateTimeOffset Instant(BinaryReader reader) => DateTimeOffset.FromUnixTimeMilliseconds(reader.ReadInt64());

    private static double? Given(double value) => double.IsNaN(value) ? null : value;
}
