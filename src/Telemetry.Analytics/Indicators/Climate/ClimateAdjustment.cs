namespace Telemetry.Analytics.Indicators.Climate;

/// <summary>An energy brought to the mean climate: heating × mean ÷ year degree days, cooling alike, the rest as it is.</summary>
/// <param name="HeatingYear">Heating degree days of the year, K·d.</param>
/// <param name="HeatingMean">Their mean over the reference years (2001–2020), K·d, same station, base and method.</param>
/// <param name="CoolingYear">Cooling degree days of the year, K·d; 0 leaves the cooling as it is.</param>
/// <param name="CoolingMean">Their mean, K·d.</param>
/// <remarks>
/// Article 5 of the arrêté of 10 April 2020, amended 13 April 2022, as secondary sources read it: the text and its annex III (base
/// temperatures) were not obtained, so station, base and years are the caller's data. The whole is never adjusted, only its heating and cooling.
/// </remarks>
public readonly record struct ClimateAdjustment(double HeatingYear, double HeatingMean, double CoolingYear, double CoolingMean)
{
    /// <summary>Adjusts the three parts of one year's energy.</summary>
    /// <param name="heating">The heating part, metered or by a stated share.</param>
    /// <param name="cooling">The cooling part; null when there is none.</param>
    /// <param name="other">The rest.</param>
    /// <returns>A line a part: quantity as measured, result adjusted. Refused when a part is, or when heating was used in a year without degree days.</returns>
    public Figure Of(Figure heating, Figure? cooling, Figure other)
    {
        ArgumentNullException.ThrowIfNull(heating);
        ArgumentNullException.ThrowIfNull(other);
        List<(string Label, Figure Part, double? By)> parts = [("Heating", heating, HeatingFactor), ("Other", other, 1)];
        if (cooling is not null)
        {
            parts.Insert(1, ("Cooling", cooling, CoolingFactor));
        }

        if (parts.Find(part => part.Part.Problem != FigureProblem.None) is { Part: { } refused })
        {
            return Figure.Refused(heating.Unit, heating.From, heating.To, refused.Problem) with { Missing = refused.Missing };
        }

        if (parts.Exists(part => part.By is null && part.Part.Value > 0))
        {
            return Figure.Refused(heating.Unit, heating.From, heating.To, FigureProblem.NoDenominator) with { Missing = ["K·d"] };
        }

        return new Figure
        {
            Value = parts.Sum(part => part.Part.Value * (part.By ?? 1)),
            Unit = heating.Unit,
            From = heating.From,
            To = heating.To,
            Coverage = parts.Min(part => part.Part.Coverage),
            Estimated = parts.Sum(part => part.Part.Estimated * (part.By ?? 1)),
            Lines = [.. parts.Select(part => new FigureLine(part.Label, part.Part.Value, heating.Unit, null, part.Part.Value * (part.By ?? 1)))],
            Missing = [.. parts.SelectMany(part => part.Part.Missing)],
        };
    }

    /// <summary>What heating is multiplied by; null when the year has no heating degree day or one is not a number.</summary>
    public double? HeatingFactor => HeatingYear > 0 && HeatingMean >= 0 ? HeatingMean / HeatingYear : null;

    /// <summary>What cooling is multiplied by: 1 when the year has no cooling degree day.</summary>
    public double? CoolingFactor => CoolingYear == 0 ? 1 : CoolingYear > 0 && CoolingMean >= 0 ? CoolingMean / CoolingYear : null;
}
