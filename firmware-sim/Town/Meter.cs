namespace FirmwareSim.Town;

/// <summary>A counter: what its register shows, and what really flowed since it was born.</summary>
/// <param name="id">Gateway, device and point: <c>gw-ecole/elec/energy.import</c>.</param>
/// <param name="unit">Unit of what flows: kWh or m3.</param>
/// <param name="start">Register at birth, in the unit of what flows.</param>
/// <param name="face">How the register is shown.</param>
internal sealed class Meter(string id, string unit, double start, MeterFace face)
{
    private bool _reset;
    private double _atReset;

    internal string Id => id;

    internal string Unit => unit;

    internal MeterFace Face => face;

    /// <summary>What really flowed since birth, in <see cref="Unit"/>.</summary>
    internal double SinceStart { get; private set; }

    /// <summary>The register at birth, as shown.</summary>
    internal double ShownAtStart => face.Show(start);

    /// <summary>The register as shown now, in units of the face.</summary>
    internal double Shown => face.Show((_reset ? 0 : start) + SinceStart - _atReset);

    /// <summary>The register in <see cref="Unit"/>, before the face rounds it.</summary>
    internal double Exact => (_reset ? 0 : start) + SinceStart - _atReset;

    internal int Resets { get; private set; }

    /// <summary>Adds what flowed; nothing flows backwards.</summary>
    internal void Add(double amount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        SinceStart += amount;
    }

    /// <summary>The register starts again at 0; what flowed is not forgotten.</summary>
    internal void Reset()
    {
        (_reset, _atReset) = (true, SinceStart);
        Resets++;
    }

    internal double[] Remember() => [SinceStart, _reset ? 1 : 0, _atReset, Resets];

    internal void Recall(double[] memory)
    {
        if (memory.Length == 4)
        {
            (SinceStart, _reset, _atReset, Resets) = (memory[0], memory[1] > 0, memory[2], (int)memory[3]);
        }
    }
}
