namespace Telemetry.Gateway.Drivers.Mqtt;

/// <summary>A message of a field device.</summary>
/// <param name="Topic">Its topic.</param>
/// <param name="Payload">Its bytes.</param>
/// <param name="Retained">Kept by the broker from earlier: state at most, never news.</param>
/// <param name="At">When it came, civil clock.</param>
internal readonly record struct FieldMessage(string Topic, ReadOnlyMemory<byte> Payload, bool Retained, DateTimeOffset At)
{
    /// <summary>The fields that somebody asks for; null when it may be any.</summary>
    internal WantedFields? Wanted { get; init; }
}
