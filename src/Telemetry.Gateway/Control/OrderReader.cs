using System.Globalization;
using Telemetry.Messaging.Sparkplug;
using Telemetry.Model.Control;
using Telemetry.Model.Sites;

namespace Telemetry.Gateway.Control;

/// <summary>Reads an order out of a device command: pure.</summary>
internal static class OrderReader
{
    /// <summary>The order; null when the command names none (no <c>order.id</c>), with what can still be said of it.</summary>
    /// <param name="equipment">The device commanded.</param>
    /// <param name="metrics">The command's metrics: exactly one.</param>
    /// <param name="whole">False when a part is missing or wrong: the order has an id to answer to, and nothing to execute.</param>
    internal static Order? Read(EquipmentId equipment, IReadOnlyList<Metric> metrics, out bool whole)
    {
        whole = false;
        var properties = metrics.Count > 0 ? metrics[0].Properties : Metric.NoProperties;
        if (!Guid.TryParse(Text(properties, "order.id"), CultureInfo.InvariantCulture, out var id))
        {
            return null;
        }

        var kindKnown = Enum.TryParse<OrderKind>(Text(properties, "order.kind"), out var kind) && Enum.IsDefined(kind) && kind is not (OrderKind.Programme or OrderKind.Setting);
        var (until, requested, expires) = (Instant(properties, "order.until"), Instant(properties, "order.requestedAt"), Instant(properties, "order.expiresAt"));
        var value = Number(metrics[0].Value);
        var roleKnown = Text(properties, "order.role") is not { } word || (Enum.TryParse<OrderRole>(word, out _) && !char.IsDigit(word.FirstOrDefault()));
        var by = Text(properties, "order.by") ?? "";
        whole = metrics.Count == 1 && kindKnown && roleKnown && by.Trim().Length > 0 && requested is not null && expires is not null
            && (kind is OrderKind.Release or OrderKind.SafeState || (metrics[0].Value is double or long && (until is not null || kind == OrderKind.Reserve)));
        return new Order
        {
            Id = id,
            Kind = kindKnown ? kind : OrderKind.Override,
            Point = new PointId(equipment, metrics[0].Name),
            Value = kind is OrderKind.Release or OrderKind.SafeState ? double.NaN : value,
            Until = until ?? DateTimeOffset.UnixEpoch,
            RequestedAt = requested ?? DateTimeOffset.UnixEpoch,
            ExpiresAt = expires ?? DateTimeOffset.UnixEpoch,
            By = by,
            Reason = Text(properties, "order.reason") ?? "",
            OnSiteCode = Text(properties, "order.code") ?? "",
            Role = Enum.TryParse<OrderRole>(Text(properties, "order.role"), out var role) ? role : OrderRole.SiteUser,
        };
    }

    private static string? Text(IReadOnlyDictionary<string, object?> properties, string key) =>
        properties.TryGetValue(key, out var value) ? value as string : null;

    private static double Number(object? value) => value switch
    {
        double number => number,
        long whole => whole,
        _ => double.NaN,
    };

    private static DateTimeOffset? Instant(IReadOnlyDictionary<string, object?> properties, string key) =>
        properties.TryGetValue(key, out var value) && value is long ms and >= 0 and < 253_402_300_799_999
            ? DateTimeOffset.FromUnixTimeMilliseconds(ms)
            : null;
}
