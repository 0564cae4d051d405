namespace Telemetry.Analytics.Imports.Mapping;

/// <summary>Something in a mapping or a file that cannot be used: where, and what to write instead.</summary>
/// <param name="Path">The file.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record ImportProblem(string Path, int Line, string Message)
{
    /// <summary>As compilers print it, so that editors jump to it.</summary>
    public override string ToString() => FormattableString.Invariant($"{Path}:{Line}: {Message}");
}
