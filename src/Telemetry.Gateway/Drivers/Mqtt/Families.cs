using Telemetry.Gateway.Configuration;
using Telemetry.Gateway.Drivers.Mqtt.Payloads;

namespace Telemetry.Gateway.Drivers.Mqtt;

/// <summary>The payload families, one line each.</summary>
internal static class Families
{
    private static readonly Dictionary<string, Func<MessageOptions, IPayloadDecoder>> Decoders = new(StringComparer.Ordinal)
    {
        ["tasmota"] = _ => new TasmotaDecoder(),
        ["teleinfo2mqtt"] = _ => new TeleinfoDecoder(),
        ["shelly-gen1"] = _ => new ShellyGen1Decoder(),
        ["shelly-gen2"] = _ => new ShellyDecoder(),
        ["zigbee2mqtt"] = _ => new ZigbeeDecoder(),
        ["ttn"] = _ => new ThingsStackDecoder(),
        ["chirpstack"] = _ => new ChirpStackDecoder(),
        ["sparkplug"] = _ => new SparkplugDecoder(),
        ["wmbusmeters"] = _ => new WmbusDecoder(),
        ["json"] = options => new MappingDecoder(options),
    };

    /// <summary>Their names.</summary>
    internal static IReadOnlyList<string> Names { get; } = [.. Decoders.Keys];

    /// <summary>A decoder for one device of the family.</summary>
    internal static IPayloadDecoder Decoder(DeviceProfile profile) => Decoders.TryGetValue(profile.Family ?? "", out var make)
        ? make(profile.Message)
        : throw new ArgumentOutOfRangeException(nameof(profile), profile.Family, "No such payload family.");
}
