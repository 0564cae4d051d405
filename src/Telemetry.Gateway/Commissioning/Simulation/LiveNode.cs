using Microsoft.Extensions.Logging.Abstractions;
using Telemetry.Gateway.Configuration;
using Telemetry.Messaging.Mqtt;
using Telemetry.Messaging.Sparkplug;

namespace Telemetry.Gateway.Commissioning.Simulation;

/// <summary>Whether a gateway of this name is alive: asked to be born again, a living one answers.</summary>
internal static class LiveNode
{
    private static readonly TimeSpan Connecting = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Listening = TimeSpan.FromSeconds(3);

    /// <summary>True or false; null when the broker cannot be asked.</summary>
    internal static async Task<bool?> AskAsync(MqttSettings broker, SiteConfiguration site, CancellationToken cancel)
    {
        var connected = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var heard = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var link = new MosquittoLink(broker.LinkOptions($"{site.Municipality}-{site.Gateway}-ask-{Guid.NewGuid():N}"), NullLogger.Instance);
        link.StateChanged += state =>
        {
            if (state.Connected)
            {
                connected.TrySetResult();
            }
        };
        link.Received += message =>
        {
            if (!message.Retained && SparkplugTopic.Parse(message.Topic) is { Type: not (MessageType.NodeDeath or MessageType.NodeCommand or MessageType.DeviceCommand) })
            {
                heard.TrySetResult();
            }
        };
        link.Subscribe($"spBv1.0/{site.Municipality}/+/{site.Gateway}/#", 0);
        link.Start();
        if (!await WithinAsync(connected.Task, Connecting, cancel))
        {
            return null;
        }

        var rebirth = new Payload { Timestamp = TimeProvider.System.GetUtcNow(), Metrics = [new Metric { Name = "Node Control/Rebirth", Type = MetricType.Boolean, Value = true }] };
        link.Publish($"spBv1.0/{site.Municipality}/NCMD/{site.Gateway}", SparkplugCodec.Encode(rebirth), qos: 0, retain: false);
        return await WithinAsync(heard.Task, Listening, cancel);
    }

    private static async Task<bool> WithinAsync(Task task, TimeSpan time, CancellationToken cancel)
    {
        try
        {
            await task.WaitAsync(time, TimeProvider.System, cancel);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }
}
