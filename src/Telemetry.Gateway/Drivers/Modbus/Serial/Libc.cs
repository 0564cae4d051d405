using System.Runtime.InteropServices;

namespace Telemetry.Gateway.Drivers.Modbus.Serial;

/// <summary>The few calls of Linux a serial port needs. Numbers are those of x64, arm64 and arm, which agree.</summary>
internal static unsafe partial class Libc
{
    internal const int ReadWrite = 0x2;
    internal const int NoControllingTerminal = 0x100;
    internal const int NonBlocking = 0x800;
    internal const int CloseOnExec = 0x80000;

    internal const nuint SetExclusive = 0x540C;
    internal const nuint Flush = 0x540B;
    internal const nuint GetTermios2 = 0x802C542A;
    internal const nuint SetTermios2 = 0x402C542B;
    internal const nuint SetRs485 = 0x542F;
    internal const nint FlushBoth = 2;
    internal const int LockAlone = 2 | 4;

    internal const short CanRead = 0x1;
    internal const short CanWrite = 0x4;
    internal const short Broken = 0x8 | 0x10 | 0x20;

    internal const int NotPermitted = 1;
    internal const int NoSuchFile = 2;
    internal const int Interrupted = 4;
    internal const int InputOutput = 5;
    internal const int NoSuchAddress = 6;
    internal const int Again = 11;
    internal const int AccessDenied = 13;
    internal const int Busy = 16;
    internal const int NoSuchDevice = 19;
    internal const int NotATerminal = 25;

    /// <summary>What poll waits for.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct Watched
    {
        internal int File;
        internal short Wanted;
        internal short Happened;
    }

    /// <summary>The kernel's RS-485 settings, 32 bytes.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 32)]
    internal struct Rs485
    {
        internal uint Flags;
        internal uint DelayBeforeMs;
        internal uint DelayAfterMs;
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial int Close(int file);

    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial nint Read(int file, byte* bytes, nuint count);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial nint Write(int file, byte* bytes, nuint count);

    [LibraryImport("libc", EntryPoint = "poll", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial int Poll(Watched* watched, nuint count, int milliseconds);

    [LibraryImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial int Control(int file, nuint request, void* argument);

    [LibraryImport("libc", EntryPoint = "flock", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static partial int Lock(int file, int how);
}
