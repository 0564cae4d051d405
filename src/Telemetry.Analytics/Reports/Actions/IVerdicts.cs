namespace Telemetry.Analytics.Reports.Actions;

/// <summary>What people said of anomalies.</summary>
public interface IVerdicts
{
    /// <summary>All of them, by the anomaly's key.</summary>
    IReadOnlyDictionary<string, Verdict> All();

    /// <summary>Keeps one; a later one replaces it.</summary>
    void Say(Verdict verdict);
}
