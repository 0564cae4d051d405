using System.Text;
using System.Text.Json;
using Telemetry.Model.Samples;

namespace Telemetry.Gateway.Drivers.Mqtt;

/// <summary>Shelly Gen2 and later: NotifyStatus holds changed fields only, NotifyFullStatus all; <c>ts</c> is UTC seconds.</summary>
internal sealed class ShellyDecoder : IPayloadDecoder
{
    private static readonly TimeSpan Credible = TimeSpan.FromHours(1);

    public IReadOnlyList<string> Topics(string topic) => [$"{topic}/events/rpc", $"{topic}/online"];

    public Heard Decode(FieldMessage message)
    {
        if (message.Topic.EndsWith("/online", StringComparison.Ordinal))
        {
            return Encoding.UTF8.GetString(message.Payload.Span) switch
            {
                "true" => new Heard { Online = true },
                "false" => new Heard { Online = false },
                _ => throw new FormatException("online is neither true nor false."),
            };
        }

        using var json = Json.Parse(message.Payload);
        var method = json.RootElement.TryGetProperty("method", out var name) && name.ValueKind == JsonValueKind.String ? name.GetString() : null;
        if (method is not ("NotifyStatus" or "NotifyFullStatus"))
        {
            return method is not null ? Heard.Nothing : throw new FormatException("A notification without method.");
        }

        if (!json.RootElement.TryGetProperty("params", out var status) || status.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException("A notification without params.");
        }

        var faults = Faults(status);
        var heard = new Heard { At = Instant(status, message.At), Judge = path => Verdict(faults, path) };
        heard.AddLeaves("", status);
        return heard;
    }

    /// <summary>The device's own time when it is credible: after a cold start it may be 1970, or nothing.</summary>
    private static DateTimeOffset? Instant(JsonElement status, DateTimeOffset arrival)
    {
        if (!status.TryGetProperty("ts", out var ts) || ts.ValueKind != JsonValueKind.Number || !ts.TryGetDouble(out var seconds)
            || seconds is < 1e9 or > 1e11)
        {
            return null;
        }

        var at = DateTimeOffset.FromUnixTimeMilliseconds((long)(seconds * 1000));
        return (at - arrival).Duration() > Credible ? null : at > arrival ? arrival : at;
    }

    private static Dictionary<string, Quality> Faults(JsonElement status)
    {
        var faults = new Dictionary<string, Quality>(StringComparer.Ordinal);
        foreach (var component in status.EnumerateObject().Where(component => component.Value.ValueKind == JsonValueKind.Object))
        {
            if (component.Value.TryGetProperty("errors", out var errors) && errors.ValueKind == JsonValueKind.Array)
            {
                foreach (var error in errors.EnumerateArray().Where(error => error.ValueKind == JsonValueKind.String))
                {
                    var text = error.GetString() ?? "";
                    if (string.Equals(text, "power_meter_failure", StringComparison.Ordinal))
                    {
                        faults[$"{component.Name}."] = Quality.DeviceFault;
                    }
                    else if (text.StartsWith("out_of_range:", StringComparison.Ordinal) && text.Contains("power", StringComparison.Ordinal))
                    {
                        faults[$"{component.Name}.apower"] = Quality.OutOfRange;
                        faults[$"{component.Name}.total_act_power"] = Quality.OutOfRange;
                    }
                }
            }
        }

        return faults;
    }

    private static Quality Verdict(Dictionary<string, Quality> faults, string path)
    {
        foreach (var (prefix, quality) in faults)
        {
            if (path.StartsWith(prefix, StringComparison.Ordinal))
            {
                return quality;
            }
        }

        return Quality.Good;
    }
}
