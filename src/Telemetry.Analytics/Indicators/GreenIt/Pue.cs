using Telemetry.Analytics.Indicators.Energy;

namespace Telemetry.Analytics.Indicators.GreenIt;

/// <summary>Power usage effectiveness of a server room (ISO/IEC 30134-2): energy of the room ÷ energy of its IT.</summary>
/// <remarks>
/// Category 2: IT energy is measured at the output of the distribution unit. The perimeter is partial and said so: IT and cooling only; lighting, the
/// losses of the inverter and what is upstream are not metered. Both energies are taken over the same hours.
/// </remarks>
public static class Pue
{
    private const double SameTime = 0.9;

    /// <summary>The ratio over the hours in which both energies are known.</summary>
    /// <param name="it">Hours of the IT energy, kWh; the same hours as <paramref name="cooling"/>.</param>
    /// <param name="cooling">Hours of the cooling energy, kWh.</param>
    /// <returns>Refused without IT energy; its lines are each energy's part of the ratio.</returns>
    public static Figure Of(IReadOnlyList<Slice> it, IReadOnlyList<Slice> cooling)
    {
        ArgumentNullException.ThrowIfNull(it);
        ArgumentNullException.ThrowIfNull(cooling);
        if (it.Count != cooling.Count || it.Count == 0)
        {
            throw new ArgumentException("The two energies must have the same hours, at least one.", nameof(cooling));
        }

        var (from, to) = (it[0].From, it[^1].To);
        var both = it.Zip(cooling).Where(pair => Comparable(pair.First.Known, pair.Second.Known)).ToList();
        if (both.Count == 0)
        {
            return Figure.Refused("", from, to, FigureProblem.NoReading);
        }

        var (itKWh, coolingKWh) = (both.Sum(pair => pair.First.Amount), both.Sum(pair => pair.Second.Amount));
        if (!(itKWh > 0))
        {
            return Figure.Refused("", from, to, FigureProblem.NoDenominator);
        }

        var covered = both.Sum(pair => Math.Min(pair.First.Measured.TotalSeconds, pair.Second.Measured.TotalSeconds));
        return new Figure
        {
            Value = 1 + (coolingKWh / itKWh),
            Unit = "",
            From = from,
            To = to,
            Coverage = Math.Min(1, covered / (to - from).TotalSeconds),
            Lines =
            [
                new FigureLine("IT", itKWh, "kWh", null, 1) { Note = LineNote.PartialPerimeter },
                new FigureLine("Cooling", coolingKWh, "kWh", null, coolingKWh / itKWh) { Note = LineNote.PartialPerimeter },
            ],
        };
    }

    // An hour of which one meter knows ten minutes and the other sixty would compare two different things.
    private static bool Comparable(TimeSpan one, TimeSpan other)
    {
        var (less, more) = one < other ? (one, other) : (other, one);
        return less > TimeSpan.Zero && less / more >= SameTime;
    }
}
