namespace Telemetry.Gateway.Configuration;

/// <summary>How the messages of a publisher of no known family are laid out.</summary>
internal sealed record MessageOptions
{
    /// <summary>Topics under the device's own that carry values too.</summary>
    internal IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Where the instant of measurement stands; null when the message has none and the arrival counts.</summary>
    internal string? TimeField { get; init; }

    /// <summary>The zone of instants written without offset; null when such an instant is not believed.</summary>
    internal TimeZoneInfo? Zone { get; init; }

    /// <summary>Where the name of the device stands, when several share a topic; null when each has its own.</summary>
    internal string? Member { get; init; }

    /// <summary>How it says that it is there; null when it does not.</summary>
    internal Presence? Availability { get; init; }

    /// <summary>A topic under the device's own, and its two texts.</summary>
    internal sealed record Presence(string Topic, string Online, string Offline);
}
