namespace Telemetry.Messaging.Sparkplug;

/// <summary>A Sparkplug edge node over one MQTT link: births, sequence numbers, death, commands, primary host.</summary>
/// <remarks>
/// Made by <c>EdgeSession</c>. It owns bdSeq (kept across restarts by the caller's <see cref="EdgeOptions.NextBirthDeathSequence"/>),
/// seq, aliases and the order NBIRTH, DBIRTHs, data. With a primary host configured it is born only while that host is online.
/// Events are raised on the link's thread: handlers must be quick.
/// </remarks>
public interface IEdgeSession : IDisposable
{
    /// <summary>Raised after births were sent (true) and after death (false).</summary>
    event Action<bool>? OnlineChanged;

    /// <summary>Raised for each command metric that is not the standard's own (rebirth): node or device, live or retained.</summary>
    event Action<SparkplugCommand>? Commanded;

    /// <summary>True between births and the next loss of the link or of the primary host.</summary>
    bool IsOnline { get; }

    /// <summary>Connects and is born as soon as it may.</summary>
    void Start();

    /// <summary>Sends values of one device (DDATA); empty device for the node itself (NDATA).</summary>
    /// <returns>False when not online or the link refuses: nothing was kept, send again later.</returns>
    bool Publish(string device, IReadOnlyList<Metric> metrics);

    /// <summary>Sends values as they are written, without an object for each: for what is told often.</summary>
    /// <param name="device">The device; empty for the node itself.</param>
    /// <param name="write">Writes the metrics, at once; what it throws is thrown on, and nothing is sent.</param>
    /// <returns>False when not online or the link refuses: nothing was kept, send again later.</returns>
    bool Publish(string device, Action<IMetricWriter> write);

    /// <summary>Begins to gather what is sent, so that it leaves together; dispose the result to let it leave.</summary>
    IDisposable? Gather();

    /// <summary>Sends DDEATH for a device that is out of reach.</summary>
    bool PublishDeviceDeath(string device);

    /// <summary>Sends DBIRTH for one device again (it is back), with what <see cref="EdgeOptions.Births"/> now says of it.</summary>
    bool PublishDeviceBirth(string device);
}
