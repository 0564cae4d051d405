using Telemetry.Analytics.Indicators.Energy;

namespace Telemetry.Analytics.Indicators.Boilers;

/// <summary>Efficiency of a boiler by the direct method: heat delivered ÷ gas burnt.</summary>
/// <remarks>
/// On PCS an efficiency cannot exceed 1 (1.11 on PCI): a higher one is an error of the data (a wrong coefficient, a meter missing) and refused. Heat and gas
/// must be of the same time. The indirect method (flue losses) is left out: it is wrong for condensing boilers.
/// </remarks>
public static class BoilerEfficiency
{
    /// <summary>kWh carried by one cubic metre of water and one kelvin: 4.186 kJ/(kg·K) × 1 000 kg ÷ 3 600.</summary>
    public const double KWhPerCubicMetreKelvin = 1.163;

    /// <summary>Heat of a volume and a temperature drop, kWh; NaN for what is not a number.</summary>
    /// <param name="cubicMetres">m³ that flowed.</param>
    /// <param name="drop">Flow − return, K.</param>
    public static double HeatKWh(double cubicMetres, double drop) => cubicMetres * drop * KWhPerCubicMetreKelvin;

    /// <summary>Efficiency on PCS.</summary>
    /// <param name="heat">Useful heat, kWh.</param>
    /// <param name="gasPcs">Gas, kWh PCS.</param>
    /// <returns>Refused when the coverages lie more than 5 points apart, without gas, or above 1.</returns>
    public static Figure OnPcs(Figure heat, Figure gasPcs)
    {
        ArgumentNullException.ThrowIfNull(heat);
        ArgumentNullException.ThrowIfNull(gasPcs);
        var problem = heat.Problem != FigureProblem.None ? heat.Problem
            : gasPcs.Problem != FigureProblem.None ? gasPcs.Problem
            : heat.From != gasPcs.From || heat.To != gasPcs.To || Math.Abs(heat.Coverage - gasPcs.Coverage) > 0.05 ? FigureProblem.UnequalCoverage
            : !(gasPcs.Value > 0) ? FigureProblem.NoDenominator
            : heat.Value < 0 || heat.Value > gasPcs.Value ? FigureProblem.ImpossibleValue
            : FigureProblem.None;
        return problem != FigureProblem.None
            ? Figure.Refused("", gasPcs.From, gasPcs.To, problem)
            : new Figure
            {
                Value = heat.Value / gasPcs.Value,
                Unit = "",
                From = gasPcs.From,
                To = gasPcs.To,
                Coverage = Math.Min(heat.Coverage, gasPcs.Coverage),
                Lines = [new FigureLine("Heat", heat.Value, "kWh", null, heat.Value / gasPcs.Value)],
            };
    }

    /// <summary>The same on PCI: × 1.111.</summary>
    public static Figure OnPci(Figure heat, Figure gasPcs)
    {
        var pcs = OnPcs(heat, gasPcs);
        return pcs.Problem != FigureProblem.None ? pcs : pcs with
        {
            Value = pcs.Value * Gas.PcsPerPci,
            Lines = [.. pcs.Lines.Select(line => line with { Result = line.Result * Gas.PcsPerPci })],
        };
    }
}
