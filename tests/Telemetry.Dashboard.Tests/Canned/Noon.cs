namespace Telemetry.Dashboard.Tests.Canned;

/// <summary>A clock that stands where the test puts it: 22 November 2026, 14:02 in Paris.</summary>
internal sealed class Noon : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 11, 22, 13, 2, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
