using System.Buffers.Binary;
using Telemetry.Analytics.Indicators.Energy;

namespace Telemetry.Analytics.Reports.Hours;

/// <summary>The hours of a day as bytes: amount, estimated part, measured and known time; their edges follow from the day.</summary>
internal static class SliceBytes
{
    private const int Size = 4 * sizeof(long);

    /// <summary>The hours as bytes.</summary>
    internal static byte[] Of(IReadOnlyList<Slice> hours)
    {
        var bytes = new byte[hours.Count * Size];
        for (var place = 0; place < hours.Count; place++)
        {
            var at = bytes.AsSpan(place * Size);
            BinaryPrimitives.WriteDoubleLittleEndian(at, hours[place].Amount);
            BinaryPrimitives.WriteDoubleLittleEndian(at[8..], hours[place].Estimated);
            BinaryPrimitives.WriteInt64LittleEndian(at[16..], hours[place].Measured.Ticks);
            BinaryPrimitives.WriteInt64LittleEndian(at[24..], hours[place].Known.Ticks);
        }

        return bytes;
    }

    /// <summary>The hours of a day from bytes; null when the bytes are not of that many hours.</summary>
    internal static IReadOnlyList<Slice>? Read(byte[] bytes, IReadOnlyList<DateTimeOffset> edges)
    {
        if (bytes.Length != (edges.Count - 1) * Size)
        {
            return null;
        }

        var hours = new Slice[edges.Count - 1];
        for (var place = 0; place < hours.Length; place++)
        {
            var at = bytes.AsSpan(place * Size);
            hours[place] = new Slice(
                edges[place],
                edges[place + 1],
                BinaryPrimitives.ReadDoubleLittleEndian(at),
                BinaryPrimitives.ReadDoubleLittleEndian(at[8..]),
                TimeSpan.FromTicks(BinaryPrimitives.ReadInt64LittleEndian(at[16..])),
                TimeSpan.FromTicks(BinaryPrimitives.ReadInt64LittleEndian(at[24..])));
        }

        return hours;
    }
}
