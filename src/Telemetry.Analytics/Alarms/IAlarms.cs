using Telemetry.Model.Alarms;

namespace Telemetry.Analytics.Alarms;

/// <summary>The alarms: those that are open, those that were, and what people do with them.</summary>
public interface IAlarms
{
    /// <summary>Each step of each alarm, once it is kept. Hot; observe without blocking.</summary>
    IObservable<AlarmNews> News { get; }

    /// <summary>Every alarm that is not closed, worst first, then oldest.</summary>
    IReadOnlyList<Alarm> Open { get; }

    /// <summary>One alarm, open or closed; null when there is none of that name.</summary>
    Alarm? Find(Guid id);

    /// <summary>Alarms raised within <c>from &lt;= RaisedAt &lt; to</c>, newest first.</summary>
    /// <param name="from">Begin.</param>
    /// <param name="to">End.</param>
    /// <param name="most">How many at most.</param>
    IReadOnlyList<Alarm> Raised(DateTimeOffset from, DateTimeOffset to, int most);

    /// <summary>A person's step: takes charge, closes, puts aside. What the alarm does not allow changes nothing.</summary>
    /// <param name="id">Which alarm.</param>
    /// <param name="step">From the alarm as it is to the alarm as it should be.</param>
    /// <returns>The alarm after the step; null when there is none of that name. The same record when nothing changed.</returns>
    Alarm? Answer(Guid id, Func<Alarm, Alarm> step);
}
