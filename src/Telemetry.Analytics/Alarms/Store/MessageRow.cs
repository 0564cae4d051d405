namespace Telemetry.Analytics.Alarms.Store;

/// <summary>A message to send, or sent, or given up, as it is kept.</summary>
internal sealed class MessageRow
{
    public required long Id { get; init; }

    public required string Channel { get; init; }

    public required string Address { get; init; }

    public required string Person { get; init; }

    public required string Subject { get; init; }

    public required string Body { get; init; }

    /// <summary>Names of the alarms it tells of, joined by commas.</summary>
    public required string Alarms { get; init; }

    public required long MadeMs { get; init; }

    public required int Tries { get; set; }

    /// <summary>When it may be tried again, real time; null when there is nothing more to do.</summary>
    public long? NextMs { get; set; }

    public long? SentMs { get; set; }

    public required string Trouble { get; set; }
}
