using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Telemetry.Messaging.Memory;

/// <summary>Gives back to the system what the start, or a backlog that is now drained, needed and the steady state does not.</summary>
/// <remarks>
/// The collector and the C library (TLS, SQLite, the compiler's own memory) keep what is freed, for neither knows that the rush is over; and pages of
/// program files that ran once stay in the process. Those are let go without a loss: one that is wanted again comes from the system's own copy of the file.
/// </remarks>
public sealed partial class Housekeeping : IDisposable
{
    private static readonly TimeSpan FirstLook = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan AfterStart = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);
    private const long Growth = 16 << 20;
    private const int ArenaMost = -8;
    private const int NotNeeded = 4;
    private readonly TimeSpan _between;
    private readonly ITimer _timer;
    private readonly ITimer? _watch;
    private readonly Lock _turn = new();
    private HashSet<string>? _seen;
    private long _last;
    private long _kept;

    /// <summary>Begins.</summary>
    /// <param name="between">Time between two turns; the first comes half a minute after the start.</param>
    /// <param name="most">Resident bytes above which a turn does not wait once 16 MiB came since the last, a second ago or more; null: every turn waits.</param>
    public Housekeeping(TimeSpan between, long? most = null)
    {
        _between = between;
        OneHeap();
        _timer = TimeProvider.System.CreateTimer(_ => Turn(), null, FirstLook, Timeout.InfiniteTimeSpan);
        _watch = most is { } bound ? TimeProvider.System.CreateTimer(_ => Watch(bound), null, FirstLook, Glance) : null;
    }

    /// <summary>One heap of the C library for all threads: a few that rarely meet need none each. Only those that have none yet share it, so the sooner the better.</summary>
    public static void OneHeap() => Guarded(() => Option(ArenaMost, 1));

    /// <inheritdoc />
    public void Dispose()
    {
        _watch?.Dispose();
        _timer.Dispose();
    }

    /// <summary>Once; some milliseconds.</summary>
    /// <param name="seen">What was mapped at the last look: only what is still the same is let go, never a file that is just being loaded.</param>
    /// <returns>What is mapped now.</returns>
    internal static HashSet<string> Tidy(IReadOnlySet<string> seen)
    {
        var mapped = Look();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        Guarded(() => Trim(0));
        foreach (var (_, start, length) in mapped.Where(stretch => seen.Contains(stretch.Head)))
        {
            Guarded(() => Advise(start, length, NotNeeded));
        }

        return [.. mapped.Select(stretch => stretch.Head)];
    }

    /// <summary>The stretches of memory that mirror a file, cannot be written and hold nothing but what the file holds.</summary>
    /// <param name="maps">The lines of <c>/proc/self/smaps</c>: a head and its figures for each stretch.</param>
    internal static IEnumerable<(string Head, nint Start, nuint Length)> Unchanged(IEnumerable<string> maps)
    {
        (string, nint, nuint)? mirror = null;
        foreach (var line in maps)
        {
            if (line.Length > 0 && !char.IsAsciiLetterUpper(line[0]))
            {
                mirror = Mirror(line);
            }
            else if (mirror is { } unchanged && line.StartsWith("Private_Dirty:", StringComparison.Ordinal))
            {
                if (line.EndsWith(" 0 kB", StringComparison.Ordinal))
                {
                    yield return unchanged;
                }

                mirror = null;
            }
        }
    }

    /// <summary><c>start-end r-xp offset device inode /path</c>; null for what is no such stretch.</summary>
    private static (string Head, nint Start, nuint Length)? Mirror(string head)
    {
        var parts = head.Split(' ', 6, StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 6 && parts[1] is "r-xp" or "r--p" && parts[5].StartsWith('/')
            && parts[0].Split('-') is [var from, var to]
            && nint.TryParse(from, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var start)
            && nint.TryParse(to, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var end)
                ? (head, start, (nuint)(end - start))
                : null;
    }

    private void Turn()
    {
        lock (_turn)
        {
            if (_seen is null)
            {
                _seen = [.. Look().Select(stretch => stretch.Head)];
                _timer.Change(AfterStart, _between);
            }
            else
            {
                _seen = Tidy(_seen);
                Interlocked.Exchange(ref _last, Stopwatch.GetTimestamp());
                Interlocked.Exchange(ref _kept, Environment.WorkingSet);
            }
        }
    }

    /// <summary>A crowd of first visits loads much at once: not all of it may stay until the next turn.</summary>
    private void Watch(long most)
    {
        if (Environment.WorkingSet > Math.Max(most, Interlocked.Read(ref _kept) + Growth) && Stopwatch.GetElapsedTime(Interlocked.Read(ref _last)) > Rest)
        {
            Turn();
        }
    }

    private static List<(string Head, nint Start, nuint Length)> Look()
    {
        try
        {
            return [.. Unchanged(File.ReadLines("/proc/self/smaps"))];
        }
        catch (Exception hidden) when (hidden is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static void Guarded(Func<int> call)
    {
        try
        {
            _ = call();
        }
        catch (EntryPointNotFoundException)
        {
            // Not the GNU library: another gives back by itself, or never.
        }
    }

    [LibraryImport("libc", EntryPoint = "malloc_trim")]
    private static partial int Trim(nuint keep);

    [LibraryImport("libc", EntryPoint = "mallopt")]
    private static partial int Option(int option, int value);

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(nint start, nuint length, int advice);
}
