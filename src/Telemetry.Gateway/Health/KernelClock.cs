using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Telemetry.Gateway.Health;

/// <summary>Asks the kernel whether its clock is kept in step by a time server, and by how much it may be off: <c>adjtimex(2)</c>, reading only.</summary>
internal static partial class KernelClock
{
    // struct timex of 64-bit Linux: modes (0), offset (8), freq (16), maxerror in µs (24), esterror (32), status (40).
    private const int Room = 512;
    private const int MaxErrorAt = 24;
    private const int StatusAt = 40;
    private const int Unsynchronised = 0x40;
    private const int TimeError = 5;

    /// <summary>True when it is in step within <see cref="ClockOffset.Most"/>, false when it is not, null where that cannot be asked.</summary>
    internal static bool? IsInStep()
    {
        if (!OperatingSystem.IsLinux() || !Environment.Is64BitProcess)
        {
            return null;
        }

        var timex = new byte[Room];
        var state = Adjust(timex);
        return state < 0 ? null : IsInStep(state, timex);
    }

    /// <summary>The same of what the kernel answered: pure.</summary>
    internal static bool IsInStep(int state, ReadOnlySpan<byte> timex) =>
        state != TimeError && (BinaryPrimitives.ReadInt32LittleEndian(timex[StatusAt..]) & Unsynchronised) == 0
        && TimeSpan.FromMicroseconds(BinaryPrimitives.ReadInt64LittleEndian(timex[MaxErrorAt..])) <= ClockOffset.Most;

    [LibraryImport("libc", EntryPoint = "adjtimex")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Adjust([In, Out] byte[] timex);
}
