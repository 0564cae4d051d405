using System.Runtime.InteropServices;

namespace Telemetry.Messaging.Mqtt;

/// <summary>Waits for one socket and for a wake-up from any thread, whatever the number of the file descriptor.</summary>
/// <remarks>The library's own loop uses select, which cannot serve a process with more than 1024 open files.</remarks>
internal sealed unsafe partial class SocketWait : IDisposable
{
    internal const short Readable = 1;
    internal const short Writable = 4;
    internal const short Broken = 8 | 32;
    internal const short HungUp = 16;
    private const int CloseOnExecNonBlocking = 0x80000 | 0x800;
    private readonly int _wake;
    private readonly Lock _gate = new();
    private int _awake;
    private bool _closed;

    internal SocketWait()
    {
        _wake = EventFd(0, CloseOnExecNonBlocking);
        if (_wake < 0)
        {
            throw new IOException($"No wake-up descriptor: {Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}");
        }
    }

    /// <summary>Ends the present or the next wait, from any thread.</summary>
    internal void Wake()
    {
        if (Interlocked.Exchange(ref _awake, 1) == 0)
        {
            lock (_gate)
            {
                if (!_closed)
                {
                    var one = 1UL;
                    _ = Write(_wake, &one, sizeof(ulong));
                }
            }
        }
    }

    /// <summary>Waits; returns what happened on the socket, 0 when woken or out of time.</summary>
    /// <param name="socket">A descriptor, or -1 to wait for time and wake-ups only.</param>
    /// <param name="events">What to wait for.</param>
    /// <param name="milliseconds">Longest wait.</param>
    internal short Wait(int socket, short events, int milliseconds)
    {
        var waits = stackalloc Waited[] { new() { Descriptor = _wake, Events = Readable }, new() { Descriptor = socket, Events = events } };
        if (Poll(waits, 2, milliseconds) <= 0)
        {
            return 0;
        }

        if (waits[0].Happened != 0)
        {
            ulong count;
            _ = Read(_wake, &count, sizeof(ulong));

            // A full fence: what the waker changed before its call is seen by whoever looks after this wait.
            Interlocked.Exchange(ref _awake, 0);
        }

        return waits[1].Happened;
    }

    /// <summary>Has a connection gather what is written to it until it is released, for fewer and fuller segments.</summary>
    internal static void Hold(int socket, bool held)
    {
        const int Tcp = 6, Cork = 3;
        var value = held ? 1 : 0;
        _ = SetSocketOption(socket, Tcp, Cork, &value, sizeof(int));
    }

    /// <summary>The pending error of a socket in words, empty when it has none.</summary>
    internal static string ErrorOf(int socket)
    {
        int error, length = sizeof(int);
        return GetSocketOption(socket, 1, 4, &error, &length) == 0 && error != 0 ? Marshal.GetPInvokeErrorMessage(error) : "";
    }

    public void Dispose()
    {
        lock (_gate)
        {
            if (!_closed)
            {
                _closed = true;
                _ = Close(_wake);
            }
        }
    }

    [LibraryImport("libc", EntryPoint = "eventfd", SetLastError = true)]
    private static partial int EventFd(uint initial, int flags);

    [LibraryImport("libc", EntryPoint = "poll", SetLastError = true)]
    private static partial int Poll(Waited* waits, nuint count, int milliseconds);

    [LibraryImport("libc", EntryPoint = "read")]
    private static partial nint Read(int descriptor, void* buffer, nuint length);

    [LibraryImport("libc", EntryPoint = "write")]
    private static partial nint Write(int descriptor, void* buffer, nuint length);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);

    [LibraryImport("libc", EntryPoint = "getsockopt")]
    private static partial int GetSocketOption(int socket, int level, int option, int* value, int* length);

    [LibraryImport("libc", EntryPoint = "setsockopt")]
    private static partial int SetSocketOption(int socket, int level, int option, int* value, int length);

    [StructLayout(LayoutKind.Sequential)]
    private struct Waited
    {
        internal int Descriptor;
        internal short Events;
        internal short Happened;
    }
}
