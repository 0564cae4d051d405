namespace FirmwareSim.Town;

/// <summary>A load with a meter of its own, inside the building's.</summary>
internal sealed class SubLoad(Meter meter, Phases shares)
{
    internal Meter Meter => meter;

    /// <summary>Present power, W.</summary>
    internal double Watts { get; private set; }

    /// <summary>Present power by phase, W.</summary>
    internal Phases PhaseWatts => shares * Watts;

    /// <summary>Energy since birth by phase, kWh.</summary>
    internal Phases PhaseKWh => shares * meter.SinceStart;

    internal void Step(double seconds, double watts)
    {
        Watts = watts;
        meter.Add(watts * seconds / 3.6e6);
    }
}
