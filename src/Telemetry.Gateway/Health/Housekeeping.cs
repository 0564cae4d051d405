using System.Runtime.InteropServices;

namespace Telemetry.Gateway.Health;

/// <summary>Gives back to the system what the start, or a backlog that is now drained, needed and the steady state does not.</summary>
/// <remarks>The C library (TLS, SQLite, the compiler's own memory) keeps what is freed, and the collector what it may need again: neither knows that the rush is over.</remarks>
internal sealed partial class Housekeeping : IDisposable
{
    private static readonly TimeSpan AfterStart = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(5);
    private readonly ITimer _timer = TimeProvider.System.CreateTimer(_ => Tidy(), null, AfterStart, Between);

    public void Dispose() => _timer.Dispose();

    /// <summary>Once; some milliseconds.</summary>
    internal static void Tidy()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        try
        {
            _ = Trim(0);
        }
        catch (EntryPointNotFoundException)
        {
            // Not the GNU library: another gives back by itself, or never.
        }
    }

    [LibraryImport("libc", EntryPoint = "malloc_trim")]
    private static partial int Trim(nuint keep);
}
