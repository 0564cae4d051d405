using Telemetry.Messaging.Memory;

namespace Telemetry.Messaging.Tests.Memory;

public sealed class HousekeepingTests
{
    private static readonly string[] Maps =
    [
        "7f0000001000-7f0000003000 r-xp 00000000 fe:00 11 /usr/lib/a library.so", "Rss: 8 kB", "Private_Dirty:         0 kB",
        "7f0000004000-7f0000005000 r--p 00000000 fe:00 12 /usr/lib/relocated.so", "Rss: 4 kB", "Private_Dirty:         4 kB",
        "7f0000006000-7f0000007000 rw-p 00000000 fe:00 13 /usr/lib/data.so", "Rss: 4 kB", "Private_Dirty:         0 kB",
        "7f0000008000-7f0000009000 r--p 00000000 00:00 0", "Rss: 4 kB", "Private_Dirty:         0 kB",
        "7f000000a000-7f000000b000 r--s 00000000 fe:00 14 /var/lib/shared.db-shm", "Rss: 4 kB", "Private_Dirty:         0 kB",
        "7f000000c000-7f000000d000 r-xp 00000000 00:00 0 [vdso]", "Rss: 4 kB", "Private_Dirty:         0 kB",
        "7f000000e000-7f0000010000 r--p 00000000 fe:00 15 /usr/lib/b.dll", "Private_Dirty:         0 kB", "Private_Dirty:         0 kB",
    ];

    /// <summary>What was written, or could be, is never let go: it would be lost.</summary>
    [Fact]
    public void Unchanged_OfAllKinds_OnlyMirrorsOfFilesThatNobodyWrote() =>
        Assert.Equal(
            [(Maps[0], 0x7f0000001000L, 0x2000UL), (Maps[18], 0x7f000000e000L, 0x2000UL)],
            Housekeeping.Unchanged(Maps).Select(stretch => (stretch.Head, (long)stretch.Start, (ulong)stretch.Length)));

    [Fact]
    public void Tidy_InTheMidstOfWork_EverythingGoesOn()
    {
        var words = Enumerable.Range(0, 10_000).Select(i => $"word {i}").ToList();

        var seen = Housekeeping.Tidy(new HashSet<string>(StringComparer.Ordinal));
        Assert.Contains(seen, head => head.EndsWith("System.Private.CoreLib.dll", StringComparison.Ordinal));
        Housekeeping.Tidy(seen);

        Assert.Equal(10_000, words.Distinct(StringComparer.Ordinal).Count());
    }
}
