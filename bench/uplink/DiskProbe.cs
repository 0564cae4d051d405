using System.Diagnostics;

namespace Telemetry.Bench.Uplink;

/// <summary>How long the disk takes for the smallest durable write, four times a second: what no store on it can beat.</summary>
internal sealed class DiskProbe : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Thread _thread;

    internal DiskProbe(string folder, Stopwatch watch)
    {
        _thread = new Thread(() => Look(Path.Combine(folder, "disk-probe"), watch)) { IsBackground = true };
        _thread.Start();
    }

    internal int Looks { get; private set; }

    internal (TimeSpan At, TimeSpan Took) Longest { get; private set; }

    public void Dispose()
    {
        if (!_stop.IsCancellationRequested)
        {
            _stop.Cancel();
            _thread.Join();
        }
    }

    private void Look(string path, Stopwatch watch)
    {
        var page = new byte[4096];
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        while (!_stop.Token.WaitHandle.WaitOne(250))
        {
            var at = watch.Elapsed;
            file.Position = 0;
            file.Write(page);
            file.Flush(flushToDisk: true);
            var took = watch.Elapsed - at;
            Looks++;
            if (took > Longest.Took)
            {
                Longest = (at, took);
            }

            if (took.TotalMilliseconds >= 500)
            {
                Console.WriteLine($"  {at.TotalSeconds,6:0.0} s: the disk took {took.TotalMilliseconds:0} ms for 4 KB");
            }
        }
    }
}
