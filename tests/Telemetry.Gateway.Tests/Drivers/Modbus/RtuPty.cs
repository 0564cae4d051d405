using System.Diagnostics;

namespace Telemetry.Gateway.Tests.Drivers.Modbus;

/// <summary>Two serial ports wired to each other: a pair of pseudo-terminals kept by socat.</summary>
internal sealed class RtuPty : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rtu").FullName;
    private Process? _socat;

    internal RtuPty() => Plug();

    internal string Ours => Path.Combine(_folder, "ours");

    internal string Theirs => Path.Combine(_folder, "theirs");

    internal int Pid => _socat?.Id ?? 0;

    internal static void Need()
    {
        if (!RtuChild.Has("socat"))
        {
            Assert.Skip("socat is not here: apt-get install socat");
        }
    }

    /// <summary>Plugs the adapter in, as a new pair of terminals under the old names.</summary>
    internal void Plug()
    {
        Need();
        _socat = RtuChild.Start("socat", $"pty,raw,echo=0,link={Ours}", $"pty,raw,echo=0,link={Theirs}");
        RtuChild.Until(() => File.Exists(Ours) && File.Exists(Theirs), "socat made the pair");
    }

    /// <summary>Pulls the adapter out.</summary>
    internal void Unplug()
    {
        RtuChild.End(_socat);
        File.Delete(Ours);
        File.Delete(Theirs);
    }

    public void Dispose()
    {
        RtuChild.End(_socat);
        Directory.Delete(_folder, recursive: true);
    }
}
