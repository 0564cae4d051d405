using System.Globalization;
using Telemetry.Analytics.Registry;
using Telemetry.Messaging.Sparkplug;
using Telemetry.Model.Control;

namespace Telemetry.Analytics.Ingest;

/// <summary>Orders and their reports in the words of the wire (<c>docs/wire.md</c>).</summary>
internal static class OrderWire
{
    /// <summary>Name of the metric that carries a step.</summary>
    internal const string ReportName = "Order/Report";

    /// <summary>The one metric of the command.</summary>
    internal static Metric Command(Order order) => new()
    {
        Name = order.Point.Name,
        Type = MetricType.Double,
        Timestamp = order.RequestedAt,
        Value = order.Kind is OrderKind.Release or OrderKind.SafeState ? null : order.Value,
        Properties = Properties(order),
    };

    private static Dictionary<string, object?> Properties(Order order)
    {
        var properties = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["order.id"] = order.Id.ToString("D", CultureInfo.InvariantCulture),
            ["order.kind"] = order.Kind.ToString(),
            ["order.until"] = order.Until.ToUnixTimeMilliseconds(),
            ["order.requestedAt"] = order.RequestedAt.ToUnixTimeMilliseconds(),
            ["order.expiresAt"] = order.ExpiresAt.ToUnixTimeMilliseconds(),
            ["order.by"] = order.By,
            ["order.reason"] = order.Reason,
            ["order.role"] = order.Role.ToString(),
        };
        if (order.OnSiteCode.Length > 0)
        {
            properties["order.code"] = order.OnSiteCode;
        }

        return properties;
    }

    /// <summary>The step a metric tells; null when it cannot be understood.</summary>
    internal static OrderReport? Report(Metric metric, DateTimeOffset at)
    {
        if (!Guid.TryParse(metric.Text("order.id"), out var order)
            || metric.Value is not string word
            || !Enum.TryParse<OrderState>(word, out var state) || !Enum.IsDefined(state) || char.IsDigit(word[0]))
        {
            return null;
        }

        return new OrderReport
        {
            Order = order,
            State = state,
            At = at,
            ReadBack = metric.Number("readBack"),
            Limit = metric.Number("limit"),
            Refusal = WordOf.Enumeration<Refusal>(metric.Text("refusal")),
        };
    }
}
