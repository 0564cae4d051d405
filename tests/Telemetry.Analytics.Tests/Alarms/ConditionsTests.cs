using System.Reactive.Concurrency;
using System.Reactive.Linq;
using Telemetry.Analytics.Alarms;
using Telemetry.Analytics.Alarms.Rules;
using Telemetry.Analytics.Registry;
using Telemetry.Model.Alarms;
using Telemetry.Model.Control;
using Telemetry.Model.Measures;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Tests.Alarms;

/// <summary>The operator over live values, in virtual time.</summary>
public sealed class ConditionsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 15, 11, 0, 0, TimeSpan.Zero);
    private static readonly EquipmentId Boiler = new("v", "gw", "chaufferie");

    /// <summary>A trip that lasts two seconds falls between two looks: it is seen when it comes.</summary>
    [Fact]
    public void Conditions_AShortTrip_IsNotMissedBetweenTwoLooks()
    {
        var changes = Run(
            Sample("safety.trip", 61, 0), Sample("safety.trip", 62, 1), Sample("safety.trip", 64, 0));

        var raised = Assert.Single(changes, change => change.Holds);
        Assert.Equal((AlarmKind.SafetyTrip, Noon.AddSeconds(62)), (raised.Kind, raised.At));
    }

    [Fact]
    public void Conditions_BurnerFault_IsRaisedByTheLookAfterItsDelay()
    {
        var changes = Run(Sample("fault.state", 1, 0), Sample("fault.state", 12, 1));

        var raised = Assert.Single(changes);
        Assert.Equal((AlarmKind.BurnerFault, Noon.AddSeconds(12), Noon.AddSeconds(25)), (raised.Kind, raised.Since, raised.At));
    }

    private static List<Condition> Run(params Sample[] samples)
    {
        var scheduler = new HistoricalScheduler(Noon);
        var town = new Town
        {
            Equipment = [new Equipment { Id = Boiler, BuildingId = "ecole", Name = "Chaufferie", Kind = EquipmentKind.BoilerRoom, Model = "any" }],
            Points = [.. samples.Select(sample => sample.Point).Distinct().Select(id => new Point { Id = id, Quantity = Quantity.Fault, Unit = "" }),
                new Point { Id = new PointId(Boiler, "outdoor.temperature"), Quantity = Quantity.Temperature, Unit = "°C" }],
            Gateways = [new GatewayLink("v", "gw", true, Noon, 0, 0)],
        };
        var live = samples.Append(new Sample(new PointId(Boiler, "outdoor.temperature"), Noon, 8, Quality.Good)).ToObservable()
            .SelectMany(sample => Observable.Timer(sample.At, scheduler).Select(_ => sample));
        var looks = Observable.Interval(TimeSpan.FromSeconds(5), scheduler).Select(_ => scheduler.Now);
        var changes = new List<Condition>();
        using var watching = live.Conditions(Observable.Never<(Order, OrderReport)>(), looks, () => (town, true, TimeSpan.Zero), new AlarmBoard(Catalogue.All, []))
            .Subscribe(changes.AddRange);
        scheduler.AdvanceTo(Noon.AddMinutes(2));
        return changes;
    }

    private static Sample Sample(string point, int second, double value) => new(new PointId(Boiler, point), Noon.AddSeconds(second), value, Quality.Good);
}
