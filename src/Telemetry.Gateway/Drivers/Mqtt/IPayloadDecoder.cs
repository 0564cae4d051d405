namespace Telemetry.Gateway.Drivers.Mqtt;

/// <summary>One payload family: where a device publishes, and what its messages say. One decoder for each device, for some keep state.</summary>
internal interface IPayloadDecoder
{
    /// <summary>The topics to subscribe for a device, from what the site file calls its topic.</summary>
    IReadOnlyList<string> Topics(string topic);

    /// <summary>The link came up: what was overheard before may have changed unheard, and what to send so that the device tells all.</summary>
    IReadOnlyList<FieldRequest> Connected(DateTimeOffset at) => [];

    /// <summary>What a message says.</summary>
    /// <exception cref="FormatException">It cannot be understood.</exception>
    Heard Decode(FieldMessage message);
}
