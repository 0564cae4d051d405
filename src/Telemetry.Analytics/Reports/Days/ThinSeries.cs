using System.Buffers.Binary;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Reports.Days;

/// <summary>A series without what repeats: a sample that says what the one before said is let go, but for one every five minutes and the last before a gap.</summary>
/// <remarks>
/// What a value integrates to, when it came up to an aim and how old it was is the same as with every sample, to five minutes where something is said of its age. A
/// room read every ten seconds is some three hundred samples a day instead of eight thousand.
/// </remarks>
internal static class ThinSeries
{
    /// <summary>Longest time between two samples kept of a series without a gap.</summary>
    internal static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private const int Size = sizeof(int) + sizeof(double) + 1;

    /// <summary>The samples that are kept.</summary>
    internal static IReadOnlyList<Sample> Of(IReadOnlyList<Sample> samples)
    {
        var kept = new List<Sample>();
        for (var at = 0; at < samples.Count; at++)
        {
            var repeats = at > 0 && samples[at].Quality == samples[at - 1].Quality && samples[at].Value.Equals(samples[at - 1].Value);
            var isLast = at == samples.Count - 1 || samples[at + 1].At - samples[at].At > Longest;
            if (!repeats || isLast || samples[at].At - kept[^1].At >= Longest)
            {
                kept.Add(samples[at]);
            }
        }

        return kept;
    }

    /// <summary>The samples of a day as bytes: milliseconds since its start, value, quality.</summary>
    internal static byte[] Bytes(IReadOnlyList<Sample> samples, DateTimeOffset start)
    {
        var bytes = new byte[samples.Count * Size];
        for (var place = 0; place < samples.Count; place++)
        {
            var at = bytes.AsSpan(place * Size);
            BinaryPrimitives.WriteInt32LittleEndian(at, (int)(samples[place].At - start).TotalMilliseconds);
            BinaryPrimitives.WriteDoubleLittleEndian(at[4..], samples[place].Value);
            at[12] = (byte)samples[place].Quality;
        }

        return bytes;
    }

    /// <summary>The samples of a day from bytes, added to a list.</summary>
    internal static void Read(byte[] bytes, PointId point, DateTimeOffset start, List<Sample> into)
    {
        for (var place = 0; place + Size <= bytes.Length; place += Size)
        {
            var at = bytes.AsSpan(place);
            into.Add(new Sample(
                point, start.AddMilliseconds(BinaryPrimitives.ReadInt32LittleEndian(at)), BinaryPrimitives.ReadDoubleLittleEndian(at[4..]), (Quality)at[12]));
        }
    }
}
