using Telemetry.Analytics.History.Sqlite;
using Telemetry.Analytics.Indicators.Baseline;
using Telemetry.Model.Energy;

namespace Telemetry.Analytics.Reports.Actions;

/// <summary>Non-routine adjustments in the office's file.</summary>
internal sealed class Adjustments(OfficeFile file, TimeProvider clock) : IAdjustments
{
    /// <inheritdoc />
    public IReadOnlyList<Adjustment> Of(string building)
    {
        using var connection = file.Open();
        using var command = connection.Prepared("SELECT carrier, first, after, per_day, reason, who FROM adjustments WHERE building = $b ORDER BY id", "$b").With(building);
        using var rows = command.ExecuteReader();
        var adjustments = new List<Adjustment>();
        while (rows.Read())
        {
            adjustments.Add(new Adjustment(
                building,
                Enum.Parse<Carrier>(rows.GetString(0)),
                new NonRoutineAdjustment(DateOnly.FromDayNumber(rows.GetInt32(1)), DateOnly.FromDayNumber(rows.GetInt32(2)), rows.GetDouble(3), rows.GetString(4)),
                rows.GetString(5)));
        }

        return adjustments;
    }

    /// <inheritdoc />
    public void Add(Adjustment adjustment)
    {
        ArgumentNullException.ThrowIfNull(adjustment);
        using var connection = file.Open();
        using var insert = connection.Prepared(
            "INSERT INTO adjustments (building, carrier, first, after, per_day, reason, who, at_ms) VALUES ($b, $c, $f, $a, $p, $r, $w, $m)",
            "$b", "$c", "$f", "$a", "$p", "$r", "$w", "$m");
        insert.With(
            adjustment.Building, adjustment.Carrier.ToString(), adjustment.What.From.DayNumber, adjustment.What.To.DayNumber, adjustment.What.PerDay, adjustment.What.Reason,
            adjustment.By, clock.GetUtcNow().ToUnixTimeMilliseconds()).ExecuteNonQuery();
    }
}
