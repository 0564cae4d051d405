using Telemetry.Analytics.Reports.Zones;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Tests.Reports.Zones;

/// <summary>Means over hours, each value weighing as long as it held.</summary>
public sealed class HourMeansTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 7, 0, 0, TimeSpan.Zero);
    private static readonly PointId Point = new(new EquipmentId("valmont", "gw-ecole", "chaufferie"), "room.temperature");

    [Fact]
    public void Of_ChangesWithinAndAcrossHours_WeighsByTime()
    {
        // 18 °C for a quarter, 20 °C for three; the next hour goes on at 20 °C for half, then is not known; the third is known for a quarter only.
        Sample[] samples = [At(-10, 18), At(15, 20), At(90, double.NaN), At(165, 21)];

        Assert.Equal([19.5, 20, double.NaN], HourMeans.Of(samples, Start, 3, TimeSpan.FromHours(2)));
    }

    private static Sample At(int minute, double value) => new(Point, Start.AddMinutes(minute), value, double.IsNaN(value) ? Quality.NoAnswer : Quality.Good);
}
