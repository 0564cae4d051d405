namespace FirmwareSim.Scenarios;

/// <summary>What is wrong in a scenario file, where, and what to write instead.</summary>
internal sealed record ScenarioProblem(string Path, long Line, string Message)
{
    /// <inheritdoc />
    public override string ToString() => $"{Path}:{Line}: {Message}";
}
