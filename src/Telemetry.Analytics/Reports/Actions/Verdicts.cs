using Telemetry.Analytics.History.Sqlite;

namespace Telemetry.Analytics.Reports.Actions;

/// <summary>Verdicts on anomalies in the office's file.</summary>
internal sealed class Verdicts(OfficeFile file) : IVerdicts
{
    private const string FalseAlarm = "FalseAlarm";

    /// <inheritdoc />
    public IReadOnlyDictionary<string, Verdict> All()
    {
        using var connection = file.Open();
        using var command = connection.Prepared("SELECT anomaly, verdict, reason, who, at_ms FROM verdicts");
        using var rows = command.ExecuteReader();
        var verdicts = new Dictionary<string, Verdict>(StringComparer.Ordinal);
        while (rows.Read())
        {
            verdicts[rows.GetString(0)] = new Verdict(
                rows.GetString(0), rows.GetString(1) == FalseAlarm, rows.GetString(2), rows.GetString(3), DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(4)));
        }

        return verdicts;
    }

    /// <inheritdoc />
    public void Say(Verdict verdict)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        using var connection = file.Open();
        using var command = connection.Prepared("INSERT OR REPLACE INTO verdicts (anomaly, verdict, reason, who, at_ms) VALUES ($a, $v, $r, $w, $t)", "$a", "$v", "$r", "$w", "$t");
        command.With(verdict.Anomaly, verdict.FalseAlarm ? FalseAlarm : "Explained", verdict.Reason, verdict.By, verdict.At.ToUnixTimeMilliseconds()).ExecuteNonQuery();
    }
}
