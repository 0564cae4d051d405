namespace Telemetry.Analytics.Alarms.Store;

/// <summary>Somebody who may be on call, as it is kept.</summary>
internal sealed class PersonRow
{
    public required Guid Id { get; init; }

    public required string Name { get; set; }

    public required string Mail { get; set; }

    /// <summary>The account whose browsers are told; empty for none.</summary>
    public required string Account { get; set; }
}
