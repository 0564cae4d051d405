using FirmwareSim.Physics;

namespace FirmwareSim.Town;

/// <summary>What a building draws besides its sub-metered loads, W.</summary>
internal sealed record Appliances
{
    internal required double Base { get; init; }

    /// <summary>All lights on.</summary>
    internal required double Lights { get; init; }

    /// <summary>Sockets when everybody is there.</summary>
    internal required double Sockets { get; init; }

    internal required double Ventilation { get; init; }

    /// <summary>Kitchen at its peak, from 10:30 to 13:00.</summary>
    internal required double Kitchen { get; init; }

    internal required double HeatingPump { get; init; }

    internal required double ChargePump { get; init; }

    internal static Appliances School { get; } = new()
    {
        Base = 1900, Lights = 11_000, Sockets = 3500, Ventilation = 1200, Kitchen = 9000, HeatingPump = 900, ChargePump = 120,
    };

    internal static Appliances Gymnasium { get; } = new()
    {
        Base = 650, Lights = 9500, Sockets = 500, Ventilation = 1500, Kitchen = 0, HeatingPump = 2300, ChargePump = 150,
    };

    internal static Appliances TownHall { get; } = new()
    {
        Base = 800, Lights = 5200, Sockets = 3800, Ventilation = 600, Kitchen = 600, HeatingPump = 380, ChargePump = 60,
    };

    internal static Appliances Nursery { get; } = new()
    {
        Base = 420, Lights = 3200, Sockets = 900, Ventilation = 650, Kitchen = 5200, HeatingPump = 130, ChargePump = 60,
    };

    /// <summary>The draw now.</summary>
    internal double Watts(int seed, int channel, DateTimeOffset at, DateTime local, Sky sky, Plant plant)
    {
        var people = plant.Presence;
        var fridge = 1 + (0.06 * Noise.Smooth(seed, channel, at, 300));
        var wanted = people <= 0 ? 0.03 : Math.Min(1, people * 1.2) * (0.25 + (0.75 * sky.Darkness));
        var sockets = people * (0.85 + (0.15 * Noise.Smooth(seed, channel + 1, at, 120)));
        var kitchen = people > 0 && Habits.Weekday(local) ? Habits.Plateau(local, 10.5, 13, 0.7) * (0.7 + (0.3 * Noise.Uniform(seed, channel + 2, at.ToUnixTimeSeconds() / 180))) : 0;
        return (Base * Math.Max(0.5, fridge)) + (Lights * wanted) + (Sockets * Math.Max(0, sockets)) + (Kitchen * kitchen)
            + (people > 0 ? Ventilation : 0) + (plant.Pumping ? HeatingPump : 0) + (plant.ChargeW > 0 ? ChargePump : 0)
            + (plant.Boiler.Lit ? 0.001 * plant.Data.BoilerPower : 0);
    }
}
