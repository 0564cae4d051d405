namespace FirmwareSim.Mqtt;

/// <summary>A device that publishes: what it says and when. Called with the town's gate held.</summary>
internal interface IMqttDevice
{
    /// <summary>Where faults hit it; null for a device that never fails as a whole.</summary>
    string? Target { get; }

    /// <summary>Its name at the broker.</summary>
    string ClientId { get; }

    /// <summary>How often it looks whether it has something to say, in the town's time.</summary>
    TimeSpan Tick { get; }

    /// <summary>What the broker says when the device is lost, and what the device says when it leaves; null for one that leaves no will.</summary>
    Message? Will { get; }

    /// <summary>What it says when it arrives.</summary>
    IEnumerable<Message> Arrive(DateTimeOffset now);

    /// <summary>What it has to say now.</summary>
    IEnumerable<Message> Speak(DateTimeOffset now);
}
