using System.Globalization;
using Telemetry.Analytics.Indicators.Baseline;
using Telemetry.Analytics.Reports.Actions;
using Telemetry.Model.Energy;

namespace Telemetry.Dashboard.Pages.Officer;

/// <summary>What the form of a non-routine adjustment holds, as typed.</summary>
internal sealed class AdjustmentForm
{
    private const int LongestReason = 300;

    public Carrier Energie { get; set; }

    public string? Du { get; set; }

    public string? Au { get; set; }

    public string? ParJour { get; set; }

    public string? Raison { get; set; }

    /// <summary>The adjustment typed; null when something is missing or wrong. The last day typed belongs to it.</summary>
    public Adjustment? Read(string building, string by) =>
        Enum.IsDefined(Energie) && Energie != Carrier.None && Day(Du) is { } from && Day(Au) is { } last && last >= from
        && double.TryParse(ParJour?.Trim().Replace(',', '.').Replace('−', '-'), NumberStyles.Float, CultureInfo.InvariantCulture, out var perDay) && double.IsFinite(perDay) && perDay != 0
        && Raison?.Trim() is { Length: > 0 and <= LongestReason } reason
            ? new Adjustment(building, Energie, new NonRoutineAdjustment(from, last.AddDays(1), perDay, reason), by)
            : null;

    private static DateOnly? Day(string? typed) =>
        DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and < 2100 ? day : null;
}
