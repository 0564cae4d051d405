using System.Runtime.InteropServices;

namespace Telemetry.Messaging.Mqtt;

/// <summary>A second hold on a connection, so that it ends in order after the library closed its own.</summary>
internal sealed unsafe partial class HeldSocket(int socket) : IDisposable
{
    private const int DuplicateCloseOnExec = 1030;
    private const int NoMoreWriting = 1;
    private readonly int _socket = socket < 0 ? -1 : Control(socket, DuplicateCloseOnExec, 0);

    /// <summary>Says that we are done, and reads to nowhere until the other side closes or time is up.</summary>
    internal void AwaitEnd(SocketWait wait, TimeSpan bound)
    {
        var start = TimeProvider.System.GetTimestamp();
        var nowhere = stackalloc byte[512];
        _ = Shutdown(_socket, NoMoreWriting);
        while (_socket >= 0 && bound - TimeProvider.System.GetElapsedTime(start) is { TotalMilliseconds: >= 1 } left)
        {
            var happened = wait.Wait(_socket, SocketWait.Readable, (int)left.TotalMilliseconds);
            if (happened != 0 && Read(_socket, nowhere, 512) <= 0)
            {
                return;
            }
        }
    }

    public void Dispose()
    {
        if (_socket >= 0)
        {
            _ = Close(_socket);
        }
    }

    [LibraryImport("libc", EntryPoint = "fcntl")]
    private static partial int Control(int descriptor, int command, int argument);

    [LibraryImport("libc", EntryPoint = "shutdown")]
    private static partial int Shutdown(int socket, int how);

    [LibraryImport("libc", EntryPoint = "read")]
    private static partial nint Read(int descriptor, void* buffer, nuint length);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);
}
