using System.Collections.Immutable;
using Telemetry.Analytics.Alarms.Rules;
using Telemetry.Model.Alarms;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Alarms;

/// <summary>The open alarms, and how a trouble makes, ends or brings back one. Pure: a ledger and what happened give the next ledger.</summary>
internal sealed record AlarmLedger
{
    /// <summary>A trouble that comes back within this time is the same alarm.</summary>
    internal static readonly TimeSpan SameAgain = TimeSpan.FromMinutes(30);

    /// <summary>Alarms of little weight close by themselves once their trouble has been gone this long.</summary>
    internal static readonly TimeSpan Quiet = TimeSpan.FromMinutes(30);

    /// <summary>A boiler is asked more seldom than its room: so long it may go on telling a fault that is over there.</summary>
    private static readonly TimeSpan Echo = TimeSpan.FromMinutes(5);

    /// <summary>So many returns are a flutter: nobody is told any more until it is closed.</summary>
    internal const int Flutter = 3;

    /// <summary>Every alarm that is not closed.</summary>
    internal ImmutableDictionary<Guid, Alarm> Open { get; init; } = ImmutableDictionary<Guid, Alarm>.Empty;

    /// <summary>Takes a trouble that came, turned worse or went.</summary>
    /// <param name="condition">The trouble.</param>
    /// <param name="newId">Name of the alarm, should there have to be a new one.</param>
    internal AlarmLedger With(Condition condition, Guid newId)
    {
        var known = Open.Values.Where(one => one.Kind == condition.Kind && one.Source == condition.Source).MaxBy(one => one.RaisedAt);
        if (!condition.Holds)
        {
            return known is { Stands: true } ? Put(known.Clear(condition.At)) : this;
        }

        return known switch
        {
            { Stands: true } => Put(known.Worsen(condition.Severity, condition.At)),
            { ClearedAt: { } cleared } when condition.At - cleared <= SameAgain => Put(known.Return(condition.Severity, condition.At)),
            _ => Put(New(condition, newId)),
        };
    }

    /// <summary>Links what is explained to what explains it, and closes what has been quiet for long enough.</summary>
    /// <param name="now">The instant, UTC.</param>
    /// <param name="roomOf">The boiler room of a boiler that speaks for itself; null for what is none.</param>
    internal AlarmLedger Settled(DateTimeOffset now, Func<EquipmentId, EquipmentId?> roomOf)
    {
        var ledger = this;
        foreach (var alarm in Open.Values.Where(one => one is { Severity: Severity.P3 or Severity.P4, ClearedAt: { } cleared } && now - cleared > Quiet))
        {
            ledger = ledger.Put(alarm.Close("", ClosureReason.ReturnedToNormal, "", now));
        }

        var standing = ledger.Open.Values.Where(one => one.Stands).ToList();
        foreach (var alarm in standing)
        {
            var room = roomOf(alarm.Source.Equipment);
            ledger = ledger.Put(alarm with { Cause = (CauseOf(alarm, standing, room) ?? ledger.OverIn(room, alarm, now))?.Id });
        }

        return ledger;
    }

    /// <summary>Replaces an alarm; a closed one is no longer in the ledger.</summary>
    internal AlarmLedger Put(Alarm alarm) => this with { Open = Open.SetItem(alarm.Id, alarm) };

    /// <summary>Without those that are closed: they are kept in the file only.</summary>
    internal AlarmLedger WithoutClosed() => this with { Open = Open.RemoveRange(Open.Values.Where(one => one.ClosedAt is not null).Select(one => one.Id)) };

    /// <summary>Worst first, then those that have lasted longest.</summary>
    internal IReadOnlyList<Alarm> InOrder() => [.. Open.Values.Where(one => one.ClosedAt is null).OrderBy(one => one.Severity).ThenBy(one => one.RaisedAt)];

    // Something milder never hides something worse: a P1 stays in sight whatever else is wrong there.
    // A boiler in fault makes its room's controller tell a fault: the room speaks for both.
    private static Alarm? CauseOf(Alarm alarm, IReadOnlyList<Alarm> standing, EquipmentId? room)
    {
        var causes = Catalogue.ExplainedBy(alarm.Kind);
        return standing
            .Where(other => other.Id != alarm.Id && other.Severity <= alarm.Severity && (IsAbove(other, alarm) || other.Source.Equipment == room)
                && (causes.Contains(other.Kind) || (other.Kind == alarm.Kind && other.Source.Equipment == room) || (other.Kind == AlarmKind.GatewaySilent && !alarm.Source.IsGateway)))
            .OrderBy(other => other.Severity).ThenBy(other => other.RaisedAt).FirstOrDefault();
    }

    private Alarm? OverIn(EquipmentId? room, Alarm alarm, DateTimeOffset now) => Open.Values.FirstOrDefault(other =>
        other.Kind == alarm.Kind && other.Source.Equipment == room && other.Severity <= alarm.Severity && other.ClearedAt is { } cleared && now - cleared <= Echo);

    private static bool IsAbove(Alarm cause, Alarm alarm)
    {
        var (above, below) = (cause.Source.Equipment, alarm.Source.Equipment);
        return above.Gateway.Length == 0
            || (above.Municipality == below.Municipality && above.Gateway == below.Gateway && (above.Device.Length == 0 || above.Device == below.Device));
    }

    private static Alarm New(Condition condition, Guid id) => new()
    {
        Id = id,
        Kind = condition.Kind,
        Source = condition.Source,
        Severity = condition.Severity,
        RaisedAt = condition.At,
        Since = condition.Since,
        Value = condition.Value,
        Limit = condition.Limit,
    };
}
