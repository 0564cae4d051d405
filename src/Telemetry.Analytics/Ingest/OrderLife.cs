using Telemetry.Model.Control;

namespace Telemetry.Analytics.Ingest;

/// <summary>In which order the steps of an order are told, whatever the order in which they came.</summary>
internal static class OrderLife
{
    /// <summary>The story's steps: what the centre guessed gives way to what a gateway said.</summary>
    internal static IReadOnlyList<OrderReport> InOrder(IEnumerable<(OrderReport Report, bool FromCentre)> steps)
    {
        var all = steps.ToList();
        var heard = all.Any(step => !step.FromCentre);
        return
        [
            .. all.Where(step => !heard || !step.FromCentre || step.Report.State == OrderState.Requested)
                .Select(step => step.Report)
                .OrderBy(report => Stage(report.State))
                .ThenBy(report => report.At)
                .ThenBy(report => report.State),
        ];
    }

    // Stages follow each other whatever the clocks say; within a stage, time decides.
    private static int Stage(OrderState state) => state switch
    {
        OrderState.Requested => 0,
        OrderState.Checked => 1,
        OrderState.Sent => 2,
        OrderState.Refused or OrderState.Confirmed or OrderState.Unconfirmed => 3,
        OrderState.EffectSeen or OrderState.NoEffect => 4,
        _ => 5,
    };
}
