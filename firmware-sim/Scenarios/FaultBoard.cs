using FirmwareSim.Control;

namespace FirmwareSim.Scenarios;

/// <summary>Which faults are on at the town's present instant.</summary>
internal sealed class FaultBoard(IReadOnlyList<FaultEvent> events)
{
    private readonly Dictionary<(Fault, string), FaultEvent> _on = [];
    private DateTimeOffset _now = DateTimeOffset.MinValue;

    /// <summary>A town without trouble.</summary>
    internal static FaultBoard Quiet => new([]);

    /// <summary>Raised when a fault starts (true) or ends (false).</summary>
    internal event Action<FaultEvent, bool>? Changed;

    /// <summary>Moves to an instant; a fault shorter than the step still shows for one step.</summary>
    internal void MoveTo(DateTimeOffset now)
    {
        if (events.Count == 0)
        {
            return;
        }

        foreach (var item in events)
        {
            var was = _on.TryGetValue((item.Fault, item.Target), out var active) && active == item;
            var due = item.From <= now && (item.To > now || (item.From > _now && _now != DateTimeOffset.MinValue));
            if (due && !was)
            {
                _on[(item.Fault, item.Target)] = item;
                Changed?.Invoke(item, true);
            }
            else if (was && !due)
            {
                _on.Remove((item.Fault, item.Target));
                Changed?.Invoke(item, false);
            }
        }

        _now = now;
    }

    /// <summary>True while a fault is on at a target.</summary>
    internal bool IsOn(Fault fault, string target) => _on.Count > 0 && _on.ContainsKey((fault, target));

    /// <summary>What is wrong with a sensor.</summary>
    internal ProbeFault Of(string target) => _on.Count == 0 ? default : new ProbeFault(
        IsOn(Fault.DeadSensor, target),
        IsOn(Fault.StuckSensor, target),
        _on.TryGetValue((Fault.Drift, target), out var drift) ? drift.Kelvin : 0);
}
