using Telemetry.Model.Control;

namespace Telemetry.Gateway.Control;

/// <summary>Whether an order may be executed: pure rules on a frozen snapshot, in the order in which people should hear of them. <c>docs/safety.md</c>.</summary>
internal static class Interlocks
{
    private static readonly Func<Order, ControlSnapshot, Verdict>[] Rules =
    [
        MessageRules.Whole,
        MessageRules.InCatalogue,
        OrderRules.RoleSuffices,
        OrderRules.WithinBounds,
        OrderRules.HasAnEnd,
        OrderRules.ModeOffered,
        OrderRules.ReleasableOnSite,
        OrderRules.ProgrammeWithinBounds,
        KeptRules.WithinRules,
        PlantRules.ClockBelieved,
        PlantRules.NotInSafety,
        PlantRules.NotReserved,
        PlantRules.DeviceAnswers,
        PlantRules.NobodyBeforeTheDevice,
        PlantRules.NoFault,
        PlantRules.NotFreezing,
        PlantRules.EquipmentRested,
        PlantRules.BudgetLeft,
        PlantRules.NotTooFast,
        StepRules.EachStep,
    ];

    /// <summary>Why not, and the bound that says so; <see cref="Refusal.None"/> when the order may go.</summary>
    internal static (Refusal Refusal, double? Limit) Check(Order order, ControlSnapshot snapshot)
    {
        foreach (var rule in Rules)
        {
            if (rule(order, snapshot) is { Passes: false } refused)
            {
                return (refused.Refusal, refused.Limit);
            }
        }

        return (Refusal.None, null);
    }

    /// <summary>The rules that need no word of the device: asked first, so that nonsense costs the bus nothing.</summary>
    internal static (Refusal Refusal, double? Limit) CheckBeforeReading(Order order, ControlSnapshot snapshot) =>
        Check(order, snapshot with { Device = new DeviceReading(), DailyWrites = int.MaxValue, ModeChangedAt = null, LastWrites = [] });
}
