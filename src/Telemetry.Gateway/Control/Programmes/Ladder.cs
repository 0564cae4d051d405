using Telemetry.Model.Control;
using Telemetry.Model.Schedules;

namespace Telemetry.Gateway.Control.Programmes;

/// <summary>Who decides: the ladder of priorities as one pure function, highest first. The levels are those of <see cref="LadderLevel"/>.</summary>
internal static class Ladder
{
    /// <summary>What stands on each rung; null or false where it is empty.</summary>
    internal sealed record Rungs
    {
        /// <summary>0: the device's own safety chain has stopped it.</summary>
        internal bool Fault { get; init; }

        /// <summary>1: somebody is at the device.</summary>
        internal bool Local { get; init; }

        /// <summary>2: put in safety from afar.</summary>
        internal bool InSafety { get; init; }

        /// <summary>3: what protects from frost.</summary>
        internal Wanted? Protection { get; init; }

        /// <summary>4: what must stay a little longer for the equipment's sake.</summary>
        internal Wanted? Equipment { get; init; }

        /// <summary>5 and 6: the order in force, and what it wants.</summary>
        internal (OrderRole By, Wanted Wanted)? Held { get; init; }

        /// <summary>7 to 9: what the programme wants and which part of it.</summary>
        internal (ScheduleCause Cause, Wanted Wanted)? Programme { get; init; }
    }

    /// <summary>The level that decides, and what it wants; null where it is not ours to say.</summary>
    internal static (LadderLevel Level, Wanted? Wanted) Decide(Rungs rungs) => rungs switch
    {
        { Fault: true } => (LadderLevel.SafetyChain, null),
        { Local: true } => (LadderLevel.Local, null),
        { InSafety: true } => (LadderLevel.SafeState, new Wanted(HeatingMode.Standby, double.NaN)),
        { Protection: { } frost } => (LadderLevel.Protection, frost),
        { Equipment: { } stay } => (LadderLevel.Equipment, stay),
        { Held: var (by, held) } => (by == OrderRole.SiteUser ? LadderLevel.Boost : LadderLevel.Forced, held),
        { Programme: var (cause, wanted) } => (Level(cause), wanted),
        _ => (LadderLevel.Controller, null),
    };

    /// <summary>The level of a part of the programme.</summary>
    internal static LadderLevel Level(ScheduleCause cause) => cause switch
    {
        ScheduleCause.Exception => LadderLevel.Exception,
        ScheduleCause.Week => LadderLevel.Week,
        _ => LadderLevel.Closed,
    };
}
