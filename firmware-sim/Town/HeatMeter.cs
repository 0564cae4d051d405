namespace FirmwareSim.Town;

/// <summary>A heat meter at the outlet of the boilers: all that circuit and tank take from them.</summary>
/// <param name="energy">Its register, kWh.</param>
/// <param name="cubicMetres">Volume counted before birth, m3.</param>
internal sealed class HeatMeter(Meter energy, double cubicMetres)
{
    /// <summary>Heat of one cubic metre of water for one kelvin, Wh: 4.186 kJ/(kg K).</summary>
    internal const double WattHoursPerCubicMetreKelvin = 1163;

    // Below this spread the volume that carries a given heat has no bound: the pump limits it.
    private const double LeastSpread = 2;

    internal Meter Energy => energy;

    /// <summary>Volume counted, m3.</summary>
    internal double Volume { get; private set; } = cubicMetres;

    /// <summary>Water that passes now, m3/h.</summary>
    internal double FlowRate { get; private set; }

    /// <summary>Heat that passes now, W.</summary>
    internal double Watts { get; private set; }

    /// <summary>Water that leaves the boilers, °C.</summary>
    internal double FlowC { get; private set; }

    /// <summary>Water that comes back to them, °C.</summary>
    internal double ReturnC { get; private set; }

    internal void Step(double seconds, Plant plant)
    {
        (Watts, FlowC, ReturnC) = (plant.CircuitW + plant.ChargeW, plant.Boiler.WaterC, plant.BackC);
        FlowRate = Watts / WattHoursPerCubicMetreKelvin / Math.Max(LeastSpread, FlowC - ReturnC);
        Volume += FlowRate * seconds / 3600;
        energy.Add(Watts * seconds / 3.6e6);
    }

    internal double[] Remember() => [Volume];

    internal void Recall(double[] memory) => Volume = memory is [var volume] ? volume : Volume;
}
