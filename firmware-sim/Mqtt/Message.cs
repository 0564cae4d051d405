using System.Text.Json.Nodes;

namespace FirmwareSim.Mqtt;

/// <summary>One publication.</summary>
internal readonly record struct Message(string Topic, string Payload, bool Retain = false)
{
    /// <summary>A publication of JSON, not retained.</summary>
    internal static Message Json(string topic, JsonObject payload) => new(topic, payload.ToJsonString());
}
