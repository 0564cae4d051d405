using Telemetry.Model.Alarms;
using Telemetry.Model.Control;
using Telemetry.Model.Measures;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Alarms.Rules;

/// <summary>Lines of the catalogue about what is not heard, what cannot be believed, and the installation itself.</summary>
internal static class SystemLines
{
    private const string Flow = "flow.temperature";
    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);

    internal static IReadOnlyList<AlarmRule> All { get; } =
    [
        Lost(Severity.P2, TimeSpan.FromMinutes(5), point => point.Id.Name == Flow),
        Lost(Severity.P3, TimeSpan.FromMinutes(60), point => point.Id.Name != Flow),
        new(AlarmKind.ImpossibleValue, Severity.P4)
        {
            Level = AlarmLevel.Point, Equipment = [], DelayOn = TimeSpan.FromHours(1), IsSilence = true, ExplainedBy = [AlarmKind.DeviceSilent],
            Test = (at, _) => at.Gateway is not { Online: true } || at.IsSilent != false ? Verdict.Unknown : new Verdict(at.Latest?.Quality == Quality.Suspect),
        },
        new(AlarmKind.GatewaySilent, Severity.P3)
        {
            Level = AlarmLevel.Gateway, DelayOn = Quarter, DelayOff = TimeSpan.Zero, WhenCold = Severity.P1, IsSilence = true, ExplainedBy = [AlarmKind.CentreCut],
            Test = (at, _) => at.Gateway is not { } gateway ? Verdict.Unknown : !at.Connected ? Verdict.Unknown
                : new Verdict(!gateway.Online || (at.Heard is { } heard && at.Now - heard > TimeSpan.FromMinutes(3) + at.Slack)),
        },
        BoilerLines.Input(AlarmKind.MainsLost, Severity.P2, TimeSpan.FromSeconds(10), "mains.lost"),
        new(AlarmKind.ClockUncertain, Severity.P3)
        {
            Level = AlarmLevel.Gateway, DelayOn = TimeSpan.FromMinutes(5),
            Test = (at, _) => at.Gateway is not { Online: true } ? Verdict.Unknown : new Verdict(at.AnyWith(Quality.ClockUncertain)),
        },
        BoilerLines.Input(AlarmKind.MaintenanceDue, Severity.P4, TimeSpan.Zero, "maintenance.due"),
        new(AlarmKind.SensorsDisagree, Severity.P4)
        {
            Points = [Outdoor.Name], DelayOn = TimeSpan.FromHours(1), DelayOff = TimeSpan.FromMinutes(30), Limit = 3, Hysteresis = 0.5, Test = Disagree,
        },
        new(AlarmKind.Intrusion, Severity.P2)
        {
            Points = ["door.open"], DelayOn = TimeSpan.FromMinutes(1),
            Test = (at, _) => at.IsOn("door.open") with { Severity = IsOccupied(at) ? Severity.P3 : null },
        },
        BoilerLines.Input(AlarmKind.BackupPower, Severity.P3, TimeSpan.FromMinutes(5), "ups.fault") with { Equipment = [] },
        new(AlarmKind.CentreCut, Severity.P3)
        {
            Level = AlarmLevel.Centre, DelayOn = Quarter, DelayOff = TimeSpan.Zero, WhenCold = Severity.P1, IsSilence = true,
            Test = (at, _) => new Verdict(!at.Connected),
        },
        new(AlarmKind.DeviceSilent, Severity.P3)
        {
            Equipment = [], DelayOn = Quarter, IsSilence = true, ExplainedBy = [AlarmKind.GatewaySilent, AlarmKind.MainsLost],
            Test = (at, _) => at.Gateway is not { Online: true } || at.IsSilent is not { } silent ? Verdict.Unknown : new Verdict(silent),
        },
    ];

    // A sensor is lost where its device answers without it, and only where it ever spoke: else none is fitted.
    private static AlarmRule Lost(Severity severity, TimeSpan delay, Func<Point, bool> which) => new(AlarmKind.SensorLost, severity)
    {
        Level = AlarmLevel.Point,
        Equipment = [EquipmentKind.BoilerRoom, EquipmentKind.RoomSensor],
        Each = point => point is { Function: PointFunction.Sensor, Quantity: Quantity.Temperature } && which(point),
        DelayOn = delay,
        IsSilence = true,
        ExplainedBy = [AlarmKind.DeviceSilent, AlarmKind.GatewaySilent],
        Test = (at, _) => at.Gateway is not { Online: true } || at.IsSilent != false || !at.EverSpoke || at.Latest is not { } latest
            ? Verdict.Unknown
            : new Verdict(latest.Quality.IsBad),
    };

    // The programme asks for comfort, and not only to be warm in time.
    private static bool IsOccupied(Situation at) => at.Live("programme.mode") is (double)HeatingMode.Comfort && at.On("programme.warming") == false;

    private static Verdict Disagree(Situation at, AlarmRule rule)
    {
        if (at.Live(Outdoor.Name) is not { } own || at.OutdoorAround is not { Count: >= 2 } around || Outdoor.Median(around) is not { } median)
        {
            return Verdict.Unknown;
        }

        return new Verdict(Math.Abs(own - median) > rule.Limit - (at.Standing ? rule.Hysteresis : 0), own, median);
    }
}
