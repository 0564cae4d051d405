using Telemetry.Model.Energy;

namespace Telemetry.Analytics.Indicators.Tertiary;

/// <summary>One line of the OPERAT table: an entity and an energy.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="Carrier">The energy.</param>
/// <param name="Quantity">As metered or invoiced.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="KWhPci">Final energy, kWh PCI, charging of vehicles deducted; NaN when <paramref name="Problems"/> says why.</param>
/// <param name="KWhPciPerM2">By floor area; NaN without area.</param>
/// <param name="Coverage">Share of the year that is measured or invoiced.</param>
/// <param name="Problems">What keeps the line from being declared as it is; empty when it is ready.</param>
public sealed record OperatRow(
    OperatEntity Entity, Carrier Carrier, double Quantity, string Unit, double KWhPci, double KWhPciPerM2, double Coverage, IReadOnlyList<FigureProblem> Problems)
{
    /// <summary>Whether the line may be declared as it is.</summary>
    public bool Ready => Problems.Count == 0;
}
