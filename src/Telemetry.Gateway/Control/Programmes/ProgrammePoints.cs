using System.Reactive.Linq;
using System.Reactive.Subjects;
using Telemetry.Gateway.Configuration;
using Telemetry.Model.Measures;
using Telemetry.Model.Samples;
using Telemetry.Model.Settings;
using Telemetry.Model.Sites;

#pragma warning disable RS0030 // The adapter between a timer's decisions and the pipeline: nothing else can feed a hot stream.

namespace Telemetry.Gateway.Control.Programmes;

/// <summary>What runs in a boiler room, as points like any other: judged, kept and sent with the rest.</summary>
internal sealed class ProgrammePoints : IDisposable
{
    private static readonly (string Name, Quantity Quantity, string Unit, PointFunction Function)[] Names =
    [
        ("programme.version", Quantity.Dimensionless, "", PointFunction.Sensor),
        ("programme.level", Quantity.Dimensionless, "", PointFunction.Sensor),
        ("programme.mode", Quantity.Mode, "", PointFunction.Setpoint),
        ("programme.setpoint", Quantity.Temperature, "°C", PointFunction.Setpoint),
        ("programme.flow.setpoint", Quantity.Temperature, "°C", PointFunction.Setpoint),
        ("programme.cause", Quantity.Dimensionless, "", PointFunction.Sensor),
        ("programme.warming", Quantity.OnOff, "", PointFunction.Sensor),
        ("programme.next.at", Quantity.Dimensionless, "s", PointFunction.Sensor),
        ("programme.next.mode", Quantity.Mode, "", PointFunction.Setpoint),
        ("programme.next.setpoint", Quantity.Temperature, "°C", PointFunction.Setpoint),
        ("programme.repairs", Quantity.Dimensionless, "", PointFunction.Sensor),
        ("programme.writes", Quantity.Dimensionless, "", PointFunction.Sensor),
        ("programme.conflict", Quantity.Fault, "", PointFunction.Sensor),
        ("programme.warmup.misses", Quantity.Dimensionless, "", PointFunction.Sensor),
        ("programme.calendar.days", Quantity.Dimensionless, "", PointFunction.Sensor),
        ("safety.state", Quantity.OnOff, "", PointFunction.Sensor),
        ("reservation.until", Quantity.Dimensionless, "s", PointFunction.Sensor),
    ];

    /// <summary>Of controllers in which a site opens settings.</summary>
    private const string KeptPrefix = "programme.kept.", HotWaterRuns = "programme.hotwater.run", HotWaterEnd = "programme.hotwater.run.end";

    /// <summary>A decision is told when it changes; else once an hour.</summary>
    private static readonly TimeSpan Heartbeat = TimeSpan.FromHours(1);

    private readonly Subject<Sample> _samples = new();

    /// <summary>The points' values.</summary>
    internal IObservable<Sample> Samples => _samples.Synchronize().AsObservable();

    /// <summary>The site with these points on every device that takes orders.</summary>
    internal static SiteConfiguration With(SiteConfiguration site) => site with { Devices = [.. site.Devices.Select(device => device.Profile.Override is null ? device : With(device))] };

    /// <summary>Tells what runs in a device.</summary>
    internal void Tell(EquipmentId device, int version, ZoneDecision decision, PlantStanding standing, DateTimeOffset now)
    {
        void Say(string name, double? value) => _samples.OnNext(value is { } known && double.IsFinite(known)
            ? new Sample(new PointId(device, name), now, known, Quality.Good)
            : Sample.Missing(new PointId(device, name), now, Quality.NoSensor));

        Say("programme.version", version);
        Say("programme.level", (int)decision.Level);
        Say("programme.mode", (int?)decision.Wanted?.Mode);
        Say("programme.setpoint", decision.Wanted?.Setpoint);
        Say("programme.flow.setpoint", decision.AdvisedFlow is { } flow ? Math.Round(flow) : null);
        Say("programme.cause", (int?)decision.Cause);
        Say("programme.warming", decision.WarmingFor is null ? 0 : 1);
        Say("programme.next.at", decision.Next?.At.ToUnixTimeSeconds());
        Say("programme.next.mode", (int?)decision.Next?.Wanted.Mode);
        Say("programme.next.setpoint", decision.Next?.Wanted.Setpoint);
        Say("programme.repairs", standing.Repairs);
        Say("programme.writes", standing.Writes);
        Say("programme.conflict", standing.Conflict ? 1 : 0);
        Say("programme.warmup.misses", standing.WarmUpMisses);
        Say("programme.calendar.days", standing.CalendarDays);
        Say("safety.state", standing.InSafety ? 1 : 0);
        Say("reservation.until", standing.ReservedUntil is { } until && until > now ? until.ToUnixTimeSeconds() : null);
        foreach (var (point, state) in standing.Kept)
        {
            Say(KeptPrefix + point, (int)state);
            if (point == ControllerSettings.Tank)
            {
                Say(HotWaterRuns, standing.HotWater.Running ? 1 : 0);
                Say(HotWaterEnd, (int)standing.HotWater.End);
            }
        }
    }

    private static IEnumerable<(string Name, Quantity Quantity, string Unit, PointFunction Function)> OfKept(DeviceConfiguration device)
    {
        foreach (var point in KeptPlan.Shown(device))
        {
            yield return (KeptPrefix + point, Quantity.Dimensionless, "", PointFunction.Sensor);
            if (point == ControllerSettings.Tank)
            {
                yield return (HotWaterRuns, Quantity.OnOff, "", PointFunction.Sensor);
                yield return (HotWaterEnd, Quantity.Dimensionless, "", PointFunction.Sensor);
            }
        }
    }

    public void Dispose() => _samples.Dispose();

    private static DeviceConfiguration With(DeviceConfiguration device) => device with
    {
        Points = [.. device.Points, .. Names.Concat(OfKept(device)).Select(name => new DevicePoint
        {
            Profile = new PointProfile { Name = name.Name, Quantity = name.Quantity, Unit = name.Unit, Function = name.Function, Optional = true },
            Point = new Point { Id = new PointId(device.Equipment.Id, name.Name), Quantity = name.Quantity, Unit = name.Unit, Function = name.Function, Heartbeat = Heartbeat },
            // A start reckoned anew each minute is no news each minute.
            Deadband = string.Equals(name.Unit, "s", StringComparison.Ordinal) ? 120 : 0,
        })],
    };
}
