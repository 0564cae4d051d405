namespace Telemetry.Gateway.Outbox;

/// <summary>How much an outbox holds. Beyond either bound the oldest go first, counted: the newest tell what is.</summary>
internal sealed record OutboxLimits
{
    /// <summary>Most bytes of batches: 30 days of 500 points at 10 s take about half of it.</summary>
    internal long MaxBytes { get; init; } = 2L * 1024 * 1024 * 1024;

    /// <summary>Oldest batch kept, real time.</summary>
    internal TimeSpan MaxAge { get; init; } = TimeSpan.FromDays(60);
}
