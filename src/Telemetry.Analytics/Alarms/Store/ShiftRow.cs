namespace Telemetry.Analytics.Alarms.Store;

/// <summary>A time on call, as it is kept.</summary>
internal sealed class ShiftRow
{
    public required Guid Id { get; init; }

    public required Guid Person { get; init; }

    public required int Rank { get; init; }

    public required long FromMs { get; init; }

    public required long ToMs { get; init; }
}
