using System.Diagnostics;

namespace Telemetry.EndToEnd.Tests;

/// <summary>A process of the town that a test can kill and start again.</summary>
internal sealed class Child(string name, string program, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> environment) : IDisposable
{
    private readonly List<string> _output = [];
    private Process? _process;

    public string Name => name;

    public int Pid => _process?.Id ?? 0;

    public bool IsRunning => _process is { HasExited: false };

    public string Output
    {
        get
        {
            lock (_output)
            {
                return string.Join('\n', _output.TakeLast(60));
            }
        }
    }

    public void Start()
    {
        var start = new ProcessStartInfo(program) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Repository.Root };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (key, value) in environment)
        {
            start.Environment[key] = value;
        }

        lock (_output)
        {
            _output.Clear();
        }

        _process = Process.Start(start) ?? throw new InvalidOperationException($"{program} does not start.");
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Waits until the process has said <c>ready</c>.</summary>
    public Task ReadyAsync() => Until.TrueAsync(TimeSpan.FromSeconds(60), $"{name} is ready", () =>
    {
        if (!IsRunning)
        {
            throw new InvalidOperationException($"{name} stopped while starting:\n{Output}");
        }

        lock (_output)
        {
            return _output.Contains("ready");
        }
    });

    /// <summary>kill -9: no goodbye, no flush.</summary>
    public void Kill()
    {
        _process?.Kill();
        _process?.WaitForExit(10_000);
    }

    /// <summary>SIGTERM, as a service manager stops it.</summary>
    public async Task StopAsync()
    {
        if (IsRunning)
        {
            using var kill = Process.Start("kill", ["-TERM", $"{Pid}"]);
            await Until.TrueAsync(TimeSpan.FromSeconds(15), $"{name} stops on SIGTERM", () => !IsRunning);
        }
    }

    public void Dispose()
    {
        if (IsRunning)
        {
            Kill();
        }

        _process?.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is not null)
        {
            lock (_output)
            {
                _output.Add(line);
            }
        }
    }
}
