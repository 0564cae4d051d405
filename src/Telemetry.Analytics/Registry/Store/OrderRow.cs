using Telemetry.Model.Control;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Registry.Store;

/// <summary>An order as it is kept.</summary>
internal sealed class OrderRow
{
    public required Guid Id { get; init; }

    public required int Kind { get; init; }

    public required string Municipality { get; init; }

    public required string Gateway { get; init; }

    public required string Device { get; init; }

    public required string Point { get; init; }

    public double? Value { get; init; }

    public required long UntilMs { get; init; }

    public required long RequestedMs { get; init; }

    public required long ExpiresMs { get; init; }

    public required string By { get; init; }

    public required string Reason { get; init; }

    internal Order ToModel() => new()
    {
        Id = Id,
        Kind = (OrderKind)Kind,
        Point = new PointId(new EquipmentId(Municipality, Gateway, Device), Point),
        Value = Value ?? double.NaN,
        Until = DateTimeOffset.FromUnixTimeMilliseconds(UntilMs),
        RequestedAt = DateTimeOffset.FromUnixTimeMilliseconds(RequestedMs),
        ExpiresAt = DateTimeOffset.FromUnixTimeMilliseconds(ExpiresMs),
        By = By,
        Reason = Reason,
    };

    internal static OrderRow From(Order order) => new()
    {
        Id = order.Id,
        Kind = (int)order.Kind,
        Municipality = order.Point.Equipment.Municipality,
        Gateway = order.Point.Equipment.Gateway,
        Device = order.Point.Equipment.Device,
        Point = order.Point.Name,
        Value = double.IsFinite(order.Value) ? order.Value : null,
        UntilMs = order.Until.ToUnixTimeMilliseconds(),
        RequestedMs = order.RequestedAt.ToUnixTimeMilliseconds(),
        ExpiresMs = order.ExpiresAt.ToUnixTimeMilliseconds(),
        By = order.By,
        Reason = order.Reason,
    };
}
