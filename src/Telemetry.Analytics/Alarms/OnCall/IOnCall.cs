namespace Telemetry.Analytics.Alarms.OnCall;

/// <summary>The rota and the steps taken, kept across restarts.</summary>
public interface IOnCall
{
    /// <summary>The rota as it is.</summary>
    Rota Rota { get; }

    /// <summary>Adds or replaces a person.</summary>
    void Put(Person person);

    /// <summary>Takes a person out, with the shifts that have not ended.</summary>
    void Remove(Guid person);

    /// <summary>Adds a shift.</summary>
    void Put(Shift shift);

    /// <summary>Takes a shift out.</summary>
    void RemoveShift(Guid shift);

    /// <summary>The steps taken for these alarms.</summary>
    IReadOnlyList<Call> Calls(IReadOnlyCollection<Guid> alarms);

    /// <summary>Keeps steps and the messages they make, together: both or neither.</summary>
    void Take(IReadOnlyList<Call> calls, IReadOnlyList<Message> messages);
}
