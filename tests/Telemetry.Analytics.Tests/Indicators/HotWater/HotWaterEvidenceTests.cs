using Telemetry.Analytics.Reports;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Tests.Indicators.HotWater;

/// <summary>Sensors of a tank side by side: a run counts only where every one of them held.</summary>
public sealed class HotWaterEvidenceTests
{
    private static readonly DateTimeOffset Two = new(2026, 1, 5, 1, 0, 0, TimeSpan.Zero);
    private static readonly EquipmentId Boiler = new("valmont", "gw-ecole", "chaufferie");

    [Fact]
    public void Merge_SaysTheOutletAndTheLeastOfAll_AndNothingUntilEachHasSpoken()
    {
        var (outlet, loop) = (new PointId(Boiler, "dhw.outlet.temperature"), new PointId(Boiler, "dhw.loop.temperature"));

        var merged = HotWaterEvidence.Merge(
        [
            (loop, [Of(loop, 1, 50), Of(loop, 3, 62), Of(loop, 4, double.NaN)]),
            (outlet, [Of(outlet, 0, 71), Of(outlet, 2, 72)]),
        ]);

        Assert.Equal(
            [(0, 71, double.NaN), (1, 71, 50), (2, 72, 50), (3, 72, 62), (4, 72, double.NaN)],
            merged.Select(one => ((int)(one.At - Two).TotalMinutes, one.Outlet, one.Least)));
    }

    private static Sample Of(PointId point, int minute, double value) => new(point, Two.AddMinutes(minute), value, double.IsNaN(value) ? Quality.NoSensor : Quality.Good);
}
