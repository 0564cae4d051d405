namespace Telemetry.Gateway.Drivers.Mqtt;

/// <summary>The payload families, one line each.</summary>
internal static class Families
{
    /// <summary>A decoder for one device of the family.</summary>
    internal static IPayloadDecoder Decoder(string family) => family switch
    {
        "tasmota" => new TasmotaDecoder(),
        "shelly-gen2" => new ShellyDecoder(),
        "zigbee2mqtt" => new ZigbeeDecoder(),
        _ => throw new ArgumentOutOfRangeException(nameof(family), family, "No such payload family."),
    };
}
