using Telemetry.Analytics.Alarms.OnCall;

namespace Telemetry.Dashboard.Alarms.Channels;

/// <summary>A way for messages to travel.</summary>
internal interface IChannel
{
    /// <summary>As <see cref="Message.Channel"/> names it.</summary>
    string Name { get; }

    /// <summary>Tries to deliver a message. Trouble of the world is an answer, not an exception.</summary>
    Task<Delivery> SendAsync(Message message, CancellationToken cancel);
}
