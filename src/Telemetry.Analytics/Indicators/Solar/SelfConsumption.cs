using Telemetry.Analytics.Indicators.Load;

namespace Telemetry.Analytics.Indicators.Solar;

/// <summary>What a photovoltaic plant's own building uses of it.</summary>
/// <param name="Used">Self-consumed, kWh.</param>
/// <param name="OfProduction">Self-consumed ÷ production: the rate of self-consumption.</param>
/// <param name="OfUse">Self-consumed ÷ the building's whole use: the rate of self-production.</param>
public sealed record SelfConsumption(Figure Used, Figure OfProduction, Figure OfUse)
{
    /// <summary>From hourly production and export: exact, whatever happened inside the hour.</summary>
    /// <param name="production">Of the plant, kWh.</param>
    /// <param name="export">Fed into the grid, kWh.</param>
    /// <param name="import">Taken from the grid, kWh.</param>
    /// <returns>
    /// Hours known on all three sides count; refused without any, or without production. An export above the production of its hour by more than a hundredth
    /// (and a tenth of a kWh) is an error of the data: <see cref="FigureProblem.ImpossibleValue"/>.
    /// </returns>
    public static SelfConsumption Of(HourlyLoad production, HourlyLoad export, HourlyLoad import)
    {
        ArgumentNullException.ThrowIfNull(production);
        ArgumentNullException.ThrowIfNull(export);
        ArgumentNullException.ThrowIfNull(import);
        if (!ReferenceEquals(production.Grid, export.Grid) || !ReferenceEquals(production.Grid, import.Grid))
        {
            throw new ArgumentException("The three lie on one grid.", nameof(export));
        }

        var (made, fed, taken, known, wrong) = (0.0, 0.0, 0.0, 0, false);
        for (var hour = 0; hour < production.Grid.Hours; hour++)
        {
            var (one, out_, in_) = (production.KWh[hour], export.KWh[hour], import.KWh[hour]);
            if (double.IsNaN(one + out_ + in_))
            {
                continue;
            }

            wrong |= out_ > (one * 1.01) + 0.1;
            (made, fed, taken, known) = (made + one, fed + out_, taken + in_, known + 1);
        }

        var (from, to) = (production.Grid.Start, production.Grid.End);
        var used = Math.Max(0, made - fed);
        var problem = known == 0 ? FigureProblem.NoReading : wrong ? FigureProblem.ImpossibleValue : FigureProblem.None;
        Figure One(double value, string unit, double denominator) => problem != FigureProblem.None || !(denominator > 0)
            ? Figure.Refused(unit, from, to, problem != FigureProblem.None ? problem : FigureProblem.NoDenominator)
            : new Figure
            {
                Value = value / (unit.Length == 0 ? denominator : 1),
                Unit = unit,
                From = from,
                To = to,
                Coverage = (double)known / production.Grid.Hours,
                Lines = [new FigureLine("SelfConsumed", used, "kWh", null, value / (unit.Length == 0 ? denominator : 1))],
            };
        return new SelfConsumption(One(used, "kWh", 1), One(used, "", made), One(used, "", used + taken));
    }
}
