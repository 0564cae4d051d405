using System.Text.Json.Nodes;

namespace FirmwareSim.Mqtt;

/// <summary>What all Shelly devices of the second generation share: online topic, notifications, Unix time.</summary>
internal abstract class ShellyDevice(string target, string id) : IMqttDevice
{
    private static readonly TimeSpan QuietLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private DateTimeOffset _spoken = DateTimeOffset.MinValue;
    private DateTimeOffset _counted = DateTimeOffset.MinValue;
    private double _watts = double.NaN;

    public string? Target => target;

    public string ClientId => id;

    public TimeSpan Tick => TimeSpan.FromSeconds(2);

    public Message? Will => new Message(id + "/online", "false", Retain: true);

    /// <summary>Present power, W.</summary>
    protected abstract double Watts { get; }

    public IEnumerable<Message> Arrive(DateTimeOffset now)
    {
        (_spoken, _counted) = (now, now);
        _watts = Watts;
        yield return new Message(id + "/online", "true", Retain: true);
        var whole = Power();
        foreach (var (component, status) in Energy(now).ToList())
        {
            if (whole[component] is JsonObject known)
            {
                foreach (var (key, value) in status!.AsObject())
                {
                    known[key] = value?.DeepClone();
                }
            }
            else
            {
                whole[component] = status?.DeepClone();
            }
        }

        yield return Notify("NotifyFullStatus", whole, now);
    }

    public IEnumerable<Message> Speak(DateTimeOffset now)
    {
        // A change above a twentieth or ten watts is told at once, the rest every ten seconds, energy every minute.
        if (now - _spoken >= QuietLimit || Math.Abs(Watts - _watts) > Math.Max(10, 0.05 * _watts))
        {
            (_spoken, _watts) = (now, Watts);
            yield return Notify("NotifyStatus", Power(), now);
        }

        if (now - _counted >= Minute)
        {
            _counted = now;
            yield return Notify("NotifyStatus", Energy(now), now);
        }
    }

    /// <summary>Components with their powers.</summary>
    protected abstract JsonObject Power();

    /// <summary>Components with their counters.</summary>
    protected abstract JsonObject Energy(DateTimeOffset now);

    private Message Notify(string method, JsonObject parameters, DateTimeOffset now)
    {
        var whole = new JsonObject { ["ts"] = Math.Round(now.ToUnixTimeMilliseconds() / 1000.0, 2) };
        foreach (var (component, status) in parameters)
        {
            whole[component] = status?.DeepClone();
        }

        return Message.Json(id + "/events/rpc", new JsonObject { ["src"] = id, ["dst"] = id + "/events", ["method"] = method, ["params"] = whole });
    }
}
