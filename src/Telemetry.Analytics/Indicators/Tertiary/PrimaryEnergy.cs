namespace Telemetry.Analytics.Indicators.Tertiary;

/// <summary>Primary energy by the regulatory coefficient of electricity; other carriers count 1.</summary>
/// <remarks>
/// Dated by the assessment, not by the consumption: to compare years, one coefficient for all of them. Sources: 2.58 until 2020; 2.3 from
/// 1 January 2021; 1.9 from 1 January 2026 (arrêté of 13 August 2025, JORF 26 August 2025).
/// </remarks>
public static class PrimaryEnergy
{
    /// <summary>Unit of the figure.</summary>
    public const string Unit = "kWhEP";

    /// <summary>The coefficients, each from a date on.</summary>
    public static IReadOnlyList<DatedCoefficient> Electricity { get; } =
    [
        new(DateOnly.MinValue, 2.58, "regulation before RE2020"),
        new(new DateOnly(2021, 1, 1), 2.3, "RE2020, DPE 2021"),
        new(new DateOnly(2026, 1, 1), 1.9, "arrêté of 13 August 2025, JORF 26 August 2025"),
    ];

    /// <summary>The coefficient of electricity on the date of an assessment.</summary>
    public static DatedCoefficient At(DateOnly assessment) => Electricity.Last(one => one.From <= assessment);

    /// <summary>Primary energy of a period.</summary>
    /// <param name="electricity">kWh final.</param>
    /// <param name="others">Other carriers, kWh PCI or delivered; may be empty.</param>
    /// <param name="assessment">Date of the assessment.</param>
    /// <returns>Refused as the first part that is.</returns>
    public static Figure Of(Figure electricity, IReadOnlyList<Figure> others, DateOnly assessment)
    {
        ArgumentNullException.ThrowIfNull(electricity);
        ArgumentNullException.ThrowIfNull(others);
        if (others.Prepend(electricity).FirstOrDefault(part => part.Problem != FigureProblem.None) is { } refused)
        {
            return Figure.Refused(Unit, electricity.From, electricity.To, refused.Problem) with { Missing = refused.Missing };
        }

        var by = At(assessment).Value;
        return electricity with
        {
            Value = (electricity.Value * by) + others.Sum(other => other.Value),
            Unit = Unit,
            Coverage = others.Select(other => other.Coverage).Append(electricity.Coverage).Min(),
            Estimated = (electricity.Estimated * by) + others.Sum(other => other.Estimated),
            Lines =
            [
                new FigureLine("Electricity", electricity.Value, electricity.Unit, null, electricity.Value * by),
                .. others.Select(other => new FigureLine("Other", other.Value, other.Unit, null, other.Value)),
            ],
        };
    }
}
