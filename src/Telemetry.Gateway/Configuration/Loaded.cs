namespace Telemetry.Gateway.Configuration;

/// <summary>What was understood of one or more files, and what was not.</summary>
internal sealed record Loaded<T>(T? Value, IReadOnlyList<Problem> Problems)
    where T : class;
