namespace Telemetry.Analytics.Alarms.OnCall;

/// <summary>Messages waiting to be delivered, bounded, and the record of those that were.</summary>
public interface IMessages
{
    /// <summary>Those of a channel that may be tried at an instant of real time, oldest first.</summary>
    IReadOnlyList<Message> Waiting(string channel, DateTimeOffset realNow, int most);

    /// <summary>The latest, newest first.</summary>
    IReadOnlyList<Message> Latest(int most);

    /// <summary>Writes down how a try went.</summary>
    void Keep(Message message);
}
