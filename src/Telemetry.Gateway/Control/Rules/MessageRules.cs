using Telemetry.Model.Control;
using Telemetry.Model.Settings;

namespace Telemetry.Gateway.Control;

/// <summary>Rules about the message itself: what it is, when it came, what it names (S01, S05).</summary>
internal static class MessageRules
{
    internal static Verdict Whole(Order order, ControlSnapshot snapshot) =>
        snapshot.Retained ? new(Refusal.Retained)
        : !Enum.IsDefined(order.Kind) || !Enum.IsDefined(order.Role) || order.Id == Guid.Empty ? new(Refusal.Malformed)
        : snapshot.Now >= order.ExpiresAt ? new(Refusal.Late)
        : Verdict.Pass;

    /// <summary>Only the recipe's own point is open to people, and only where the site lists it as writable.</summary>
    internal static Verdict InCatalogue(Order order, ControlSnapshot snapshot)
    {
        if (order.Kind is OrderKind.SafeState or OrderKind.Reserve or OrderKind.Programme)
        {
            return snapshot switch
            {
                { Installed: null } => new(Refusal.UnknownPoint),
                { Recipe: null } => new(Refusal.NotWritable),
                _ => Settable(snapshot) ? Verdict.Pass : new(Refusal.NotWritable),
            };
        }

        return (order, snapshot) switch
        {
            (_, { Point: null }) => new(Refusal.UnknownPoint),
            (_, { Recipe: null }) => new(Refusal.NotWritable),
            ({ Kind: OrderKind.Setting }, { Point: var kept }) => kept is { Point.Bounds: not null, Profile.Write: not null } && ControllerSettings.KeptAt(kept.Profile.Name) is not null
                ? Verdict.Pass
                : new(Refusal.NotWritable),
            ({ Kind: OrderKind.Force }, _) => string.Equals(order.Point.Name, "mode", StringComparison.Ordinal) && Settable(snapshot) ? Verdict.Pass : new(Refusal.NotWritable),
            ({ Kind: OrderKind.Release }, _) when string.Equals(order.Point.Name, "mode", StringComparison.Ordinal) && Settable(snapshot) => Verdict.Pass,
            (_, { Point.Point.Bounds: null } or { Point.Profile.Write: null }) => new(Refusal.NotWritable),
            _ when !string.Equals(snapshot.Recipe!.Point, snapshot.Point!.Profile.Name, StringComparison.Ordinal) => new(Refusal.NotWritable),
            _ => Verdict.Pass,
        };
    }

    private static bool Settable(ControlSnapshot snapshot) => snapshot.Installed?.Find(snapshot.Recipe!.Point) is { Point.Bounds: not null, Profile.Write: not null };
}
