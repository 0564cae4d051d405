namespace Telemetry.Gateway.Configuration;

/// <summary>Something a person wrote that cannot be used: where, and what to write instead.</summary>
internal sealed record Problem(string Path, int Line, string Message)
{
    /// <summary>As compilers print it, so that editors jump to it.</summary>
    public override string ToString() => $"{Path}:{Line}: {Message}";
}
