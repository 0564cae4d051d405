namespace Telemetry.Analytics.Indicators.Tertiary;

/// <summary>Where an entity stands on the relative path of « Éco Énergie Tertiaire »: −40 / −50 / −60 % of its reference in 2030 / 2040 / 2050.</summary>
/// <param name="ReferenceYear">Year of the reference, 2010 or later.</param>
/// <param name="ReferenceKWh">Final energy of the reference, kWh PCI, climate-adjusted, above 0.</param>
/// <param name="Year">The year looked at.</param>
/// <param name="KWh">Its final energy, kWh PCI, climate-adjusted, at least 0.</param>
/// <remarks>Décret n° 2019-771 of 23 July 2019, article R. 174-23 of the code de la construction. The line between the milestones is ours, not of the text.</remarks>
public sealed record Trajectory(int ReferenceYear, double ReferenceKWh, int Year, double KWh)
{
    private static readonly (int Year, double Share)[] Milestones = [(2030, 0.6), (2040, 0.5), (2050, 0.4)];

    /// <summary>First year a reference may be of.</summary>
    public const int FirstReferenceYear = 2010;

    /// <summary>Why nothing can be said; <see cref="FigureProblem.None"/> when it can.</summary>
    public FigureProblem Problem =>
        ReferenceYear < FirstReferenceYear || ReferenceYear > 2029 || Year < ReferenceYear || Year > 2100 ? FigureProblem.AbsurdDate
        : !(ReferenceKWh > 0) || double.IsInfinity(ReferenceKWh) ? FigureProblem.NoDenominator
        : KWh >= 0 && double.IsFinite(KWh) ? FigureProblem.None
        : double.IsNaN(KWh) ? FigureProblem.NoReading
        : FigureProblem.ImpossibleValue;

    /// <summary>Target of a milestone, kWh; NaN for another year than 2030, 2040, 2050 or when <see cref="Problem"/> says why.</summary>
    public double Target(int milestone) =>
        Problem == FigureProblem.None && Array.Find(Milestones, one => one.Year == milestone) is { Share: > 0 } found ? ReferenceKWh * found.Share : double.NaN;

    /// <summary>KWh ÷ reference − 1: −0.225 is 22.5 % less.</summary>
    public double Change => Problem == FigureProblem.None ? (KWh / ReferenceKWh) - 1 : double.NaN;

    /// <summary>Part of the way to 2030 that is done: 1 when the 2030 target is reached, below 0 when consumption rose.</summary>
    public double EffortDone => (ReferenceKWh - KWh) / (ReferenceKWh - Target(2030));

    /// <summary>The straight line from the reference over the milestones, kWh; flat after 2050. Indicative: the text sets milestones only.</summary>
    public double Path
    {
        get
        {
            if (Problem != FigureProblem.None)
            {
                return double.NaN;
            }

            var (year, share) = (ReferenceYear, 1.0);
            foreach (var milestone in Milestones)
            {
                if (Year <= milestone.Year)
                {
                    return ReferenceKWh * (share + ((milestone.Share - share) * (Year - year) / (milestone.Year - year)));
                }

                (year, share) = milestone;
            }

            return ReferenceKWh * share;
        }
    }

    /// <summary>KWh − path: positive is too much.</summary>
    public double Gap => KWh - Path;
}
