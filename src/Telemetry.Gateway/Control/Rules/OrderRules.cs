using Telemetry.Model.Control;
using Telemetry.Model.Measures;

namespace Telemetry.Gateway.Control;

/// <summary>Rules about what is asked: value, end, author (S08, S28).</summary>
internal static class OrderRules
{
    internal static readonly TimeSpan ForSiteUsers = TimeSpan.FromHours(24);
    internal static readonly TimeSpan ForTechnicians = TimeSpan.FromHours(72);
    internal static readonly TimeSpan WithReason = TimeSpan.FromDays(14);

    internal static Verdict WithinBounds(Order order, ControlSnapshot snapshot)
    {
        if (order.Kind is not (OrderKind.Override or OrderKind.Setting))
        {
            return Verdict.Pass;
        }

        var bounds = snapshot.Point!.Point.Bounds!;
        return order.Value switch
        {
            double.NaN => new(Refusal.NotANumber),
            var value when value < bounds.Min => new(Refusal.BelowMinimum, bounds.Min),
            var value when value > bounds.Max => new(Refusal.AboveMaximum, bounds.Max),
            _ => Verdict.Pass,
        };
    }

    internal static Verdict HasAnEnd(Order order, ControlSnapshot snapshot)
    {
        if (order.Kind is not (OrderKind.Override or OrderKind.Force))
        {
            return Verdict.Pass;
        }

        var length = order.Until - snapshot.Now;
        var most = order.Role switch
        {
            OrderRole.Administrator => WithReason,
            OrderRole.Technician => ForTechnicians,
            _ => ForSiteUsers,
        };
        return length <= TimeSpan.Zero ? new(Refusal.EndInThePast)
            : length > most ? new(Refusal.EndTooFar, most.TotalHours)
            : length > ForTechnicians && order.Reason.Trim().Length == 0 ? new(Refusal.ReasonMissing)
            : Verdict.Pass;
    }

    internal static Verdict RoleSuffices(Order order, ControlSnapshot snapshot) =>
        order is { Kind: OrderKind.Force or OrderKind.SafeState, Role: OrderRole.SiteUser } ? new(Refusal.RoleNotEnough) : Verdict.Pass;

    internal static Verdict ModeOffered(Order order, ControlSnapshot snapshot)
    {
        switch (order.Kind)
        {
            case OrderKind.Force when !double.IsInteger(order.Value) || !Enum.IsDefined((HeatingMode)(int)Math.Clamp(order.Value, -1, 99)):
                return new(Refusal.ModeNotOffered);
            case OrderKind.Force when (HeatingMode)(int)order.Value == HeatingMode.Manual:
                // By hand, nothing protects from frost.
                return new(Refusal.FrostProtection);
            case OrderKind.Force when !snapshot.Recipe!.Modes.ContainsKey((HeatingMode)(int)order.Value):
                return new(Refusal.ModeNotOffered);
            case OrderKind.SafeState when !snapshot.Recipe!.Modes.ContainsKey(HeatingMode.Standby):
                return new(Refusal.ModeNotOffered);
            case OrderKind.Programme when snapshot.Under is null || WritePlan.For(order, snapshot) is null:
                return new(Refusal.ModeNotOffered);
            default:
                return Verdict.Pass;
        }
    }

    /// <summary>What puts in safety must be able to hear somebody on site: else it could never be ended.</summary>
    internal static Verdict ReleasableOnSite(Order order, ControlSnapshot snapshot) =>
        order.Kind == OrderKind.SafeState && snapshot.Recipe!.LocalWhen.Count == 0 ? new(Refusal.NoOnSiteRelease) : Verdict.Pass;

    /// <summary>The comfort that a programme asks, itself or under a forced comfort, lies within what the site allows people to ask.</summary>
    internal static Verdict ProgrammeWithinBounds(Order order, ControlSnapshot snapshot)
    {
        if (!(order.Kind == OrderKind.Programme || (order.Kind == OrderKind.Force && order.Value.Equals((double)HeatingMode.Comfort)))
            || snapshot.Under is not { Mode: HeatingMode.Comfort, Setpoint: var asked }
            || snapshot.Installed?.Find(snapshot.Recipe!.Point)?.Point.Bounds is not Bounds bounds)
        {
            return Verdict.Pass;
        }

        return double.IsNaN(asked) ? new(Refusal.NotANumber)
            : asked < bounds.Min ? new(Refusal.BelowMinimum, bounds.Min)
            : asked > bounds.Max ? new(Refusal.AboveMaximum, bounds.Max)
            : Verdict.Pass;
    }
}
