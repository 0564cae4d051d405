using System.Globalization;
using Telemetry.Analytics.Reports.Actions;
using Telemetry.Analytics.Reports.Estate;
using Telemetry.Analytics.Reports.Frozen;
using Telemetry.Dashboard.Journal;

namespace Telemetry.Dashboard.Reports;

/// <summary>Writes the office's decisions into the journal: reports frozen, actions recorded and changed, anomalies answered. Journalled first, then done.</summary>
internal sealed class OfficeScribe(IJournal journal)
{
    /// <summary>A report about to be frozen.</summary>
    public void Frozen(FrozenReport report, Actor by) => journal.Append(new()
    {
        Action = JournalActions.ReportFrozen,
        By = by,
        Object = report.Title,
        Asked = $"{report.Content.Kind} {report.Content.Period}",
        ReadBack = "sha256 " + report.Sha256,
        Reason = report.Reason,
        Outcome = "done",
        Reference = report.Number,
    });

    /// <summary>An action about to be recorded.</summary>
    public void Added(EnergyAction action, Actor by) => journal.Append(new()
    {
        Action = JournalActions.ActionAdded, By = by, Object = action.Title, Site = action.Building, Asked = State(action), Outcome = "done",
    });

    /// <summary>An action about to be changed.</summary>
    public void Changed(EnergyAction before, EnergyAction after, Actor by, string remark) => journal.Append(new()
    {
        Action = JournalActions.ActionChanged,
        By = by,
        Object = after.Title,
        Site = after.Building,
        Before = State(before),
        Asked = State(after),
        Reason = remark,
        Outcome = "done",
        Reference = string.Create(CultureInfo.InvariantCulture, $"action {after.Id}"),
    });

    /// <summary>An anomaly about to be answered.</summary>
    public void Answered(BuildingAnomaly anomaly, bool falseAlarm, string reason, Actor by) => journal.Append(new()
    {
        Action = JournalActions.AnomalyAnswered, By = by, Object = anomaly.Key, Site = anomaly.Building.Id, Asked = falseAlarm ? "false alarm" : "explained", Reason = reason, Outcome = "done",
    });

    /// <summary>A non-routine adjustment about to be kept.</summary>
    public void Declared(Adjustment adjustment, Actor by) => journal.Append(new()
    {
        Action = JournalActions.AdjustmentDeclared,
        By = by,
        Object = adjustment.Carrier.ToString(),
        Site = adjustment.Building,
        Asked = string.Create(CultureInfo.InvariantCulture, $"{adjustment.What.PerDay:0.###} kWh/day, {adjustment.What.From:yyyy-MM-dd} to {adjustment.What.To:yyyy-MM-dd}"),
        Reason = adjustment.What.Reason,
        Outcome = "done",
    });

    private static string State(EnergyAction action) => string.Create(
        CultureInfo.InvariantCulture,
        $"{action.State}, {action.Owner}, due {action.Due:yyyy-MM-dd}{(action.Done is { } done ? FormattableString.Invariant($", done {done:yyyy-MM-dd}") : "")}{(action.ExpectedKWh is { } gain ? FormattableString.Invariant($", {gain:0.#} kWh/year") : "")}{(action.Cost is { } cost ? FormattableString.Invariant($", {cost:0.##} EUR") : "")}");
}
