using Telemetry.Model.Alarms;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Alarms.Store;

/// <summary>An alarm as it is kept.</summary>
internal sealed class AlarmRow
{
    public required Guid Id { get; init; }

    public required int Kind { get; init; }

    public required string Municipality { get; init; }

    public required string Gateway { get; init; }

    public required string Device { get; init; }

    public required string Point { get; init; }

    public required int Severity { get; init; }

    public required long RaisedMs { get; init; }

    public required long SinceMs { get; init; }

    public double? Value { get; init; }

    public double? Limit { get; init; }

    public long? WorsenedMs { get; init; }

    public string? AcknowledgedBy { get; init; }

    public long? AcknowledgedMs { get; init; }

    public int? AcknowledgedSeverity { get; init; }

    public long? ClearedMs { get; init; }

    public long? ClosedMs { get; init; }

    public required string ClosedBy { get; init; }

    public required int Closure { get; init; }

    public required string Note { get; init; }

    public long? ShelvedUntilMs { get; init; }

    public required string ShelvedBy { get; init; }

    public required int Returns { get; init; }

    public Guid? Cause { get; init; }

    internal Alarm ToModel() => new()
    {
        Id = Id,
        Kind = (AlarmKind)Kind,
        Source = new AlarmSource(new EquipmentId(Municipality, Gateway, Device), Point),
        Severity = (Severity)Severity,
        RaisedAt = At(RaisedMs),
        Since = At(SinceMs),
        Value = Value,
        Limit = Limit,
        WorsenedAt = AtOrNull(WorsenedMs),
        AcknowledgedBy = AcknowledgedBy,
        AcknowledgedAt = AtOrNull(AcknowledgedMs),
        AcknowledgedSeverity = (Severity?)AcknowledgedSeverity,
        ClearedAt = AtOrNull(ClearedMs),
        ClosedAt = AtOrNull(ClosedMs),
        ClosedBy = ClosedBy,
        Closure = (ClosureReason)Closure,
        Note = Note,
        ShelvedUntil = AtOrNull(ShelvedUntilMs),
        ShelvedBy = ShelvedBy,
        Returns = Returns,
        Cause = Cause,
    };

    internal static AlarmRow From(Alarm alarm) => new()
    {
        Id = alarm.Id,
        Kind = (int)alarm.Kind,
        Municipality = alarm.Source.Equipment.Municipality,
        Gateway = alarm.Source.Equipment.Gateway,
        Device = alarm.Source.Equipment.Device,
        Point = alarm.Source.Point,
        Severity = (int)alarm.Severity,
        RaisedMs = alarm.RaisedAt.ToUnixTimeMilliseconds(),
        SinceMs = alarm.Since.ToUnixTimeMilliseconds(),
        Value = Finite(alarm.Value),
        Limit = Finite(alarm.Limit),
        WorsenedMs = alarm.WorsenedAt?.ToUnixTimeMilliseconds(),
        AcknowledgedBy = alarm.AcknowledgedBy,
        AcknowledgedMs = alarm.AcknowledgedAt?.ToUnixTimeMilliseconds(),
        AcknowledgedSeverity = (int?)alarm.AcknowledgedSeverity,
        ClearedMs = alarm.ClearedAt?.ToUnixTimeMilliseconds(),
        ClosedMs = alarm.ClosedAt?.ToUnixTimeMilliseconds(),
        ClosedBy = alarm.ClosedBy,
        Closure = (int)alarm.Closure,
        Note = alarm.Note,
        ShelvedUntilMs = alarm.ShelvedUntil?.ToUnixTimeMilliseconds(),
        ShelvedBy = alarm.ShelvedBy,
        Returns = alarm.Returns,
        Cause = alarm.Cause,
    };

    private static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? number : null;

    private static DateTimeOffset At(long ms) => DateTimeOffset.FromUnixTimeMilliseconds(ms);

    private static DateTimeOffset? AtOrNull(long? ms) => ms is { } known ? At(known) : null;
}
