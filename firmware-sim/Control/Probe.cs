using FirmwareSim.Physics;

namespace FirmwareSim.Control;

/// <summary>A temperature sensor: slow, noisy, coarse, and sometimes broken.</summary>
internal sealed class Probe(int seed, int channel, double lagSeconds, double noiseK, double grainK, double startC)
{
    private double _slow = startC;

    /// <summary>What the sensor says, °C; NaN when it says nothing.</summary>
    internal double Reading { get; private set; } = startC;

    /// <summary>Reading less truth, K; 0 when dead.</summary>
    internal double Error { get; private set; }

    /// <summary>The lagged truth, kept over a restart.</summary>
    internal double Memory
    {
        get => _slow;
        set => _slow = value;
    }

    /// <summary>One step.</summary>
    internal void Step(double seconds, double truth, DateTimeOffset at, ProbeFault fault)
    {
        _slow += (truth - _slow) * Math.Min(1, seconds / Math.Max(seconds, lagSeconds));
        if (fault.Dead)
        {
            (Reading, Error) = (double.NaN, 0);
        }
        else if (!fault.Stuck || double.IsNaN(Reading))
        {
            var value = _slow + (noiseK * Noise.Smooth(seed, channel, at, 20)) + fault.DriftK;
            Reading = Math.Round(value / grainK) * grainK;
            Error = Reading - truth;
        }
        else
        {
            Error = Reading - truth;
        }
    }
}
