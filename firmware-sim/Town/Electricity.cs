using FirmwareSim.Physics;

namespace FirmwareSim.Town;

/// <summary>The electricity of a building: everything behind its main meter, by phase.</summary>
internal sealed class Electricity(int seed, int channel, Appliances appliances, IReadOnlyList<SubLoad> subLoads)
{
    private static readonly Phases Shares = new(0.42, 0.33, 0.25);
    private readonly double[] _phaseKWh = new double[3];

    /// <summary>Active power by phase, W.</summary>
    internal Phases Watts { get; private set; }

    /// <summary>Voltage by phase, V.</summary>
    internal Phases Volts { get; private set; } = new(230, 230, 230);

    /// <summary>Power factor.</summary>
    internal double Factor { get; private set; } = 0.95;

    internal double Hertz { get; private set; } = 50;

    /// <summary>Energy since birth by phase, kWh.</summary>
    internal Phases KWh => new(_phaseKWh[0], _phaseKWh[1], _phaseKWh[2]);

    internal double[] Remember() => [.. _phaseKWh];

    internal void Recall(double[] memory)
    {
        if (memory.Length == 3)
        {
            memory.CopyTo(_phaseKWh, 0);
        }
    }

    /// <summary>One step; sub-loads must have made theirs.</summary>
    /// <returns>Energy of the step, kWh.</returns>
    internal double Step(double seconds, DateTimeOffset at, DateTime local, Sky sky, Plant plant)
    {
        var total = Shares * appliances.Watts(seed, channel, at, local, sky, plant);
        foreach (var load in subLoads)
        {
            total += load.PhaseWatts;
        }

        Watts = total;
        Volts = new Phases(Grid.Voltage(seed, 0, at, total.L1), Grid.Voltage(seed, 1, at, total.L2), Grid.Voltage(seed, 2, at, total.L3));
        Factor = 0.94 + (0.015 * Math.Tanh(Noise.Smooth(seed, channel + 7, at, 600)));
        Hertz = Grid.Frequency(seed, at);
        for (var phase = 0; phase < 3; phase++)
        {
            _phaseKWh[phase] += total[phase] * seconds / 3.6e6;
        }

        return total.Sum * seconds / 3.6e6;
    }
}
