namespace Telemetry.Analytics.Reports.Actions;

/// <summary>Non-routine adjustments declared by people.</summary>
public interface IAdjustments
{
    /// <summary>Those of a building, the oldest first.</summary>
    IReadOnlyList<Adjustment> Of(string building);

    /// <summary>Keeps one. It is never changed: another one corrects it.</summary>
    void Add(Adjustment adjustment);
}
