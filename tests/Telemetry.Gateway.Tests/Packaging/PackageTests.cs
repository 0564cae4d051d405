using System.Text.RegularExpressions;
using Telemetry.Gateway.Tests.Processes;

namespace Telemetry.Gateway.Tests.Packaging;

/// <summary>The Debian package, built for real and looked into.</summary>
public sealed partial class PackageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Build_Package_HoldsWhatAPiNeeds()
    {
        if (!File.Exists("/usr/bin/dpkg-deb"))
        {
            Assert.Skip("dpkg-deb is not here: this is no Debian machine.");
        }

        var package = Run(Path.Combine(Repository.Root, "packaging", "gateway", "build"), _folder.File("out")).Last(line => line.EndsWith(".deb", StringComparison.Ordinal));
        var control = string.Join('\n', Run("/usr/bin/dpkg-deb", "-f", package));
        var files = Run("/usr/bin/dpkg-deb", "-c", package);
        Run("/usr/bin/dpkg-deb", "-R", package, _folder.File("tree"));

        Assert.Contains("Architecture: all", control, StringComparison.Ordinal);
        Assert.Matches(@"Depends:.*dotnet-runtime-10\.0.*libmosquitto1.*adduser", control);
        Assert.All(["linux-arm64", "linux-x64"], machine => Assert.True(IsElf($"usr/lib/telemetry-gateway/runtimes/{machine}/native/libe_sqlite3.so", machine)));
        Assert.All(
            ["usr/lib/telemetry-gateway/gateway.dll", "usr/share/telemetry-gateway/devices/samson-trovis-557x.yaml", "usr/share/doc/telemetry-gateway/copyright", "usr/share/doc/telemetry-gateway/gateway-guide-fr.md"],
            file => Assert.True(new FileInfo(Path.Combine(_folder.File("tree"), file)).Length > 0, file));

        // No ASP.NET Core, no debug symbols, no other system's libraries; everything readable by the service's account.
        Assert.DoesNotContain(files, line => line.Contains("AspNetCore", StringComparison.Ordinal) || line.EndsWith(".pdb", StringComparison.Ordinal) || line.Contains("/runtimes/win", StringComparison.Ordinal));
        Assert.All(files.Where(line => line.Contains("./usr/", StringComparison.Ordinal)), line => Assert.Matches(Readable(), line));
        Assert.Equal(["/etc/telemetry-gateway/environment"], File.ReadAllLines(Path.Combine(_folder.File("tree"), "DEBIAN", "conffiles")));
        CheckUnit();
        CheckCommand();
        CheckAsTheUnitRunsIt(package);
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>The unit names what the package holds, is watched, and may do little.</summary>
    private void CheckUnit()
    {
        var tree = _folder.File("tree");
        var unit = File.ReadAllLines(Path.Combine(tree, "lib", "systemd", "system", "telemetry-gateway.service"));
        var command = unit.Single(line => line.StartsWith("ExecStart=", StringComparison.Ordinal))["ExecStart=".Length..].Split(' ')[0];

        Assert.True(File.Exists(Path.Combine(tree, command.TrimStart('/'))), command);
        Assert.All(["Type=notify", "WatchdogSec=60", "Restart=always", "NoNewPrivileges=yes", "ProtectSystem=strict", "User=telemetry-gateway"], line => Assert.Contains(line, unit));
    }

    /// <summary>What systemd thinks of the unit, and a run under its own command line: ready, alive, ended when asked.</summary>
    private static void CheckAsTheUnitRunsIt(string package)
    {
        var said = string.Join('\n', Run(Path.Combine(Repository.Root, "packaging", "gateway", "verify"), package));

        Assert.Contains("unit: no complaint", said, StringComparison.Ordinal);
        Assert.Contains("run: ready, alive, ended with 0", said, StringComparison.Ordinal);
    }

    /// <summary>The packaged command runs with the packaged files.</summary>
    private void CheckCommand()
    {
        var tree = _folder.File("tree");
        using var check = new Child(
            Path.Combine(tree, "usr", "bin", "telemetry-gateway"), ["check", "--lang", "en"], null,
            ("TELEMETRY_GATEWAY_LIBRARY", Path.Combine(tree, "usr", "lib", "telemetry-gateway")),
            ("TELEMETRY_GATEWAY_DEVICES", Path.Combine(tree, "usr", "share", "telemetry-gateway", "devices")),
            ("TELEMETRY_GATEWAY_SITE", Path.Combine(tree, "usr", "share", "doc", "telemetry-gateway", "examples", "mairie.yaml")));
        Assert.True(check.Process.WaitForExit(30_000));
        check.Process.WaitForExit();

        Assert.True(check.Process.ExitCode == 0, string.Join('\n', check.Lines));
        Assert.Contains(check.Lines, line => line.Contains("nothing wrong", StringComparison.Ordinal));
    }

    /// <summary>An ELF library of that machine: bytes 18 and 19 of its head say which.</summary>
    private bool IsElf(string file, string machine)
    {
        var bytes = File.ReadAllBytes(Path.Combine(_folder.File("tree"), file));
        return bytes.AsSpan(0, 4).SequenceEqual("\u007fELF"u8) && bytes[18] == (machine == "linux-arm64" ? 0xB7 : 0x3E);
    }

    private static IReadOnlyList<string> Run(string file, params string[] arguments)
    {
        using var child = new Child(file, arguments);
        Assert.True(child.Process.WaitForExit(120_000), file);
        child.Process.WaitForExit();
        Assert.True(child.Process.ExitCode == 0, string.Join('\n', child.Lines));
        return [.. child.Lines.Where(line => line.Length > 0)];
    }

    [GeneratedRegex("^(d|l|-)r..r.[x-]r.[x-] root/root ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Readable();
}
