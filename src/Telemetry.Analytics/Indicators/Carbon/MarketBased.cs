using Telemetry.Model.Energy;

namespace Telemetry.Analytics.Indicators.Carbon;

/// <summary>Market-based emissions of electricity (GHG Protocol, Scope 2 Guidance): beside the location-based figure, never instead of it.</summary>
public static class MarketBased
{
    /// <summary>Each contract's share at its own factor, the rest at the residual mix.</summary>
    /// <param name="electricity">kWh.</param>
    /// <param name="contracts">With evidence; their shares sum to 1 at most.</param>
    /// <param name="residualMix">Factor of what nobody claimed (AIB); null when unknown.</param>
    /// <returns>Refused without residual mix for an uncovered rest (<see cref="FigureProblem.NoFactor"/>), or when shares or evidence cannot be.</returns>
    public static Figure Of(Figure electricity, IReadOnlyList<SupplyContract> contracts, EmissionFactor? residualMix)
    {
        ArgumentNullException.ThrowIfNull(electricity);
        ArgumentNullException.ThrowIfNull(contracts);
        var (from, to) = (electricity.From, electricity.To);
        if (electricity.Problem != FigureProblem.None)
        {
            return Figure.Refused(LocationBased.Unit, from, to, electricity.Problem) with { Missing = electricity.Missing };
        }

        var covered = contracts.Sum(contract => contract.Share);
        if (contracts.Any(contract => !(contract.Share >= 0) || string.IsNullOrWhiteSpace(contract.Evidence)) || covered > 1 + 1e-9)
        {
            return Figure.Refused(LocationBased.Unit, from, to, FigureProblem.ImpossibleValue);
        }

        var rest = Math.Max(0, 1 - covered);
        if (rest > 1e-9 && residualMix is null)
        {
            return Figure.Refused(LocationBased.Unit, from, to, FigureProblem.NoFactor) with { Missing = ["residual mix"] };
        }

        var lines = contracts.Select(contract => Line($"{contract.Name} ({contract.Evidence})", electricity.Value * contract.Share, contract.Factor)).ToList();
        if (rest > 1e-9)
        {
            lines.Add(Line("Residual mix", electricity.Value * rest, residualMix!));
        }

        var value = lines.Sum(line => line.Result);
        return electricity with
        {
            Value = value,
            Unit = LocationBased.Unit,
            Estimated = electricity.Value > 0 ? electricity.Estimated * value / electricity.Value : 0,
            Lines = lines,
        };
    }

    private static FigureLine Line(string label, double kWh, EmissionFactor factor) => new(label, kWh, "kWh", factor, kWh * factor.Value);
}
