using Telemetry.Model.Control;

namespace Telemetry.Gateway.Control;

/// <summary>Whether an order may be executed: pure rules on a frozen snapshot. The first rule that says no names its reason.</summary>
internal static class Interlocks
{
    private static readonly TimeSpan LongestOverride = TimeSpan.FromHours(24);
    private static readonly TimeSpan OldestReading = TimeSpan.FromSeconds(10);

    /// <summary>Why not, and the bound that says so; <see cref="Refusal.None"/> when the order may go.</summary>
    internal static (Refusal Refusal, double? Limit) Check(Order order, ControlSnapshot snapshot)
    {
        var refused = OfMessage(order, snapshot);
        if (refused == Refusal.None && order.Kind == OrderKind.Override)
        {
            var (refusal, limit) = OfValue(order, snapshot);
            if (refusal != Refusal.None)
            {
                return (refusal, limit);
            }
        }

        return (refused != Refusal.None ? refused : OfDevice(order, snapshot), null);
    }

    /// <summary>The rules that need no word of the device: asked first, so that nonsense costs the bus nothing.</summary>
    internal static (Refusal Refusal, double? Limit) CheckBeforeReading(Order order, ControlSnapshot snapshot)
    {
        var (refusal, limit) = Check(order, snapshot with { Device = new DeviceReading(), DailyWrites = int.MaxValue });
        return (refusal, limit);
    }

    private static Refusal OfMessage(Order order, ControlSnapshot snapshot) => (order, snapshot) switch
    {
        (_, { Retained: true }) => Refusal.Retained,
        (_, _) when !Enum.IsDefined(order.Kind) || order.Id == Guid.Empty => Refusal.Malformed,
        (_, _) when snapshot.Now >= order.ExpiresAt => Refusal.Late,
        (_, { Point: null }) => Refusal.UnknownPoint,
        (_, { Point.Point.Bounds: null } or { Point.Profile.Write: null } or { Recipe: null }) => Refusal.NotWritable,
        (_, _) when !string.Equals(snapshot.Recipe!.Point, snapshot.Point!.Profile.Name, StringComparison.Ordinal) => Refusal.NotWritable,
        _ => Refusal.None,
    };

    private static (Refusal Refusal, double? Limit) OfValue(Order order, ControlSnapshot snapshot)
    {
        var bounds = snapshot.Point!.Point.Bounds!;
        return order.Value switch
        {
            double.NaN => (Refusal.NotANumber, null),
            var value when value < bounds.Min => (Refusal.BelowMinimum, bounds.Min),
            var value when value > bounds.Max => (Refusal.AboveMaximum, bounds.Max),
            _ when order.Until <= snapshot.Now => (Refusal.EndInThePast, null),
            _ when order.Until - snapshot.Now > LongestOverride => (Refusal.EndTooFar, LongestOverride.TotalHours),
            _ => (Refusal.None, null),
        };
    }

    private static Refusal OfDevice(Order order, ControlSnapshot snapshot) => snapshot.Device switch
    {
        null => Refusal.NoAnswer,
        { Age: var age } when age > OldestReading => Refusal.StaleState,
        { RightApplication: false } => Refusal.WrongApplication,
        { Local: true } => Refusal.LocalMode,
        // Giving control back is never refused for wear: a boiler must not stay forced.
        _ when order.Kind == OrderKind.Override && snapshot.WritesToday >= snapshot.DailyWrites => Refusal.WriteBudgetSpent,
        _ => Refusal.None,
    };
}
