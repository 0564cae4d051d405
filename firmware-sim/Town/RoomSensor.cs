using FirmwareSim.Control;
using FirmwareSim.Physics;
using FirmwareSim.Scenarios;

namespace FirmwareSim.Town;

/// <summary>A temperature and humidity sensor on a wall of a building.</summary>
internal sealed class RoomSensor(string target, int seed, int channel, double offsetK)
{
    private readonly Probe _probe = new(seed, channel, 300, 0.04, 0.01, 18);

    internal string Target => target;

    /// <summary>Temperature, °C; NaN when the sensor is dead.</summary>
    internal double Celsius => _probe.Reading;

    /// <summary>Relative humidity, %.</summary>
    internal double Humidity { get; private set; } = 45;

    internal double Memory
    {
        get => _probe.Memory;
        set => _probe.Memory = value;
    }

    internal void Step(double seconds, DateTimeOffset at, double roomC, Sky sky, double presence, FaultBoard faults)
    {
        _probe.Step(seconds, roomC + offsetK, at, faults.Of(target));

        // Outdoor air at four fifths of saturation, warmed to the room, and the breath of people.
        var vapour = (0.8 * Saturation(sky.OutdoorC)) + (180 * presence) + 90;
        var humidity = Math.Clamp(100 * vapour / Saturation(roomC), 15, 90);
        Humidity += (humidity - Humidity) * Math.Min(1, seconds / 1800);
    }

    private static double Saturation(double celsius) => 610.94 * Math.Exp(17.625 * celsius / (celsius + 243.04));
}
