using Telemetry.Model.Alarms;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Alarms.Rules;

/// <summary>One line of the catalogue, as data: where it applies, what it tests, how long it waits, how bad it is.</summary>
/// <param name="Kind">Which line.</param>
/// <param name="Severity">How bad, when nothing makes it worse.</param>
public sealed record AlarmRule(AlarmKind Kind, Severity Severity)
{
    /// <summary>What it looks at.</summary>
    public AlarmLevel Level { get; init; } = AlarmLevel.Equipment;

    /// <summary>Kinds of equipment it applies to; empty for all.</summary>
    public IReadOnlyList<EquipmentKind> Equipment { get; init; } = [EquipmentKind.BoilerRoom];

    /// <summary>It applies where one of these points is; empty for wherever its level is found.</summary>
    public IReadOnlyList<string> Points { get; init; } = [];

    /// <summary>Of the points of an equipment, those it looks at one by one; only for <see cref="AlarmLevel.Point"/>.</summary>
    public Func<Point, bool> Each { get; init; } = _ => true;

    /// <summary>How long the trouble must last before it is an alarm.</summary>
    public TimeSpan DelayOn { get; init; }

    /// <summary>How long the trouble must be gone before the alarm is.</summary>
    public TimeSpan DelayOff { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>What the value must pass, in its point's unit; NaN when nothing is compared.</summary>
    public double Limit { get; init; } = double.NaN;

    /// <summary>How far back beyond the limit the value must go before the trouble is gone, in the same unit.</summary>
    public double Hysteresis { get; init; }

    /// <summary>How bad when it is under <see cref="Outdoor.Cold"/> outdoors; null when the weather changes nothing.</summary>
    public Severity? WhenCold { get; init; }

    /// <summary>How far back it looks; zero when the present is enough.</summary>
    public TimeSpan Window { get; init; }

    /// <summary>Alarms that explain it: while one stands on the same equipment, gateway or centre, this one is listed under it.</summary>
    public IReadOnlyList<AlarmKind> ExplainedBy { get; init; } = [];

    /// <summary>True when it tells that something is not heard: a town that runs fast over a real network is given more time.</summary>
    public bool IsSilence { get; init; }

    /// <summary>Whether the trouble is there.</summary>
    public required Func<Situation, AlarmRule, Verdict> Test { get; init; }
}
