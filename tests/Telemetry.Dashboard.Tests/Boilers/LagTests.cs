using Telemetry.Dashboard.Boilers;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Dashboard.Tests.Boilers;

/// <summary>A warm-up is not a fault; two cold hours are.</summary>
public sealed class LagTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 13, 2, 0, TimeSpan.Zero);
    private static readonly PointId Point = new(new EquipmentId("v", "g", "d"), "p");

    [Theory]
    [InlineData("19 19 19", "16 16.5 17", true)]
    [InlineData("16 19 19", "16 16.5 17", false)]
    [InlineData("19 19 19", "18 17.6 17", false)]
    [InlineData("19 - 19", "16 - 17", true)]
    [InlineData("", "16 16 16", false)]
    [InlineData("19 19 19", "", false)]
    [InlineData("21 20 19", "16 16 16", true)]
    public void Lasts_AimsAndRooms(string aims, string rooms, bool expected) =>
        Assert.Equal(expected, Lag.Lasts(19, Samples(aims), Samples(rooms)));

    [Theory]
    [InlineData(17.5, false)]
    [InlineData(17.49, true)]
    public void Is_OneKelvinAndAHalfUnder(double room, bool expected) => Assert.Equal(expected, Lag.Is(room, 19));

    private static List<Sample> Samples(string values) =>
        [.. values.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((value, index) => value == "-"
            ? Sample.Missing(Point, Now.AddMinutes(index - 120), Quality.NoAnswer)
            : new Sample(Point, Now.AddMinutes(index - 120), double.Parse(value, System.Globalization.CultureInfo.InvariantCulture), Quality.Good))];
}
