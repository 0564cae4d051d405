using System.Globalization;
using Telemetry.Messaging.Programmes;
using Telemetry.Messaging.Sparkplug;
using Telemetry.Model.Control;
using Telemetry.Model.Sites;

namespace Telemetry.Gateway.Control.Programmes;

/// <summary>Reads the order that brings a programme out of a device command: pure.</summary>
internal static class ProgrammeReader
{
    /// <summary>The order; null when the command names none.</summary>
    /// <param name="equipment">The device commanded.</param>
    /// <param name="metrics">The command's metrics: exactly one.</param>
    /// <param name="json">The programme's bytes; null when they are not there.</param>
    internal static Order? Read(EquipmentId equipment, IReadOnlyList<Metric> metrics, out byte[]? json)
    {
        var metric = metrics.First(one => string.Equals(one.Name, ProgrammeWire.SetName, StringComparison.Ordinal));
        json = metrics.Count == 1 && metric.Properties.GetValueOrDefault("order.kind") is ProgrammeWire.Kind ? metric.Value as byte[] : null;
        if (!Guid.TryParse(metric.Properties.GetValueOrDefault("order.id") as string, CultureInfo.InvariantCulture, out var id))
        {
            return null;
        }

        return new Order
        {
            Id = id,
            Kind = OrderKind.Programme,
            Point = new PointId(equipment, ProgrammeWire.SetName),
            Value = double.NaN,
            Until = DateTimeOffset.UnixEpoch,
            RequestedAt = Instant(metric, "order.requestedAt"),
            ExpiresAt = Instant(metric, "order.expiresAt"),
            By = metric.Properties.GetValueOrDefault("order.by") as string ?? "",
            Reason = metric.Properties.GetValueOrDefault("order.reason") as string ?? "",
            // A centre that does not say is one that lets technicians only change programmes.
            Role = Enum.TryParse<OrderRole>(metric.Properties.GetValueOrDefault("order.role") as string, out var role) && Enum.IsDefined(role) ? role : OrderRole.Technician,
        };
    }

    // Without an instant it is long expired.
    private static DateTimeOffset Instant(Metric metric, string key) =>
        metric.Properties.GetValueOrDefault(key) is long ms and >= 0 and < 253_402_300_799_999 ? DateTimeOffset.FromUnixTimeMilliseconds(ms) : DateTimeOffset.UnixEpoch;
}
