using Telemetry.Gateway.Drivers.Mqtt.Payloads;

namespace Telemetry.Gateway.Drivers.Mqtt;

/// <summary>A message of a field device.</summary>
/// <param name="Topic">Its topic.</param>
/// <param name="Payload">Its bytes.</param>
/// <param name="Retained">Kept by the broker from earlier: state at most, never news.</param>
/// <param name="At">When it came, civil clock.</param>
/// <param name="Late">It waited at the broker while we were away, nobody knows how long: only an instant of its own says when it was true.</param>
internal readonly record struct FieldMessage(string Topic, ReadOnlyMemory<byte> Payload, bool Retained, DateTimeOffset At, bool Late = false)
{
    /// <summary>The fields that somebody asks for; null when it may be any.</summary>
    internal WantedFields? Wanted { get; init; }

    /// <summary>The instant that a small device wrote, when it can be believed.</summary>
    internal DateTimeOffset? OfDevice(DateTimeOffset? said) => Instants.Believed(said, At, Late ? Instants.OfServer : Instants.OfDevice);
}
