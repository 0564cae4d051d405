using System.Globalization;
using Telemetry.Messaging.Sparkplug;
using Telemetry.Model.Control;
using Telemetry.Model.Schedules;

namespace Telemetry.Messaging.Programmes;

/// <summary>A programme in the words of the wire (<c>docs/wire.md</c>), the same for both ends.</summary>
public static class ProgrammeWire
{
    /// <summary>The metric of a device command that brings a programme, and the point that its reports name.</summary>
    public const string SetName = "Programme/Set";

    /// <summary>The kind of order it is (<c>order.kind</c>).</summary>
    public const string Kind = "Programme";

    /// <summary>The one metric of the command, addressed to the boiler room's device.</summary>
    /// <param name="programme">What the gateway is to run.</param>
    /// <param name="order">Unique name of this sending: its reports carry it, and it is obeyed once.</param>
    /// <param name="requestedAt">When the person asked, UTC.</param>
    /// <param name="expiresAt">After this instant the gateway refuses it, UTC.</param>
    /// <param name="role">In what quality the person sends it: some settings are an administrator's.</param>
    public static Metric Command(Programme programme, Guid order, DateTimeOffset requestedAt, DateTimeOffset expiresAt, OrderRole role)
    {
        ArgumentNullException.ThrowIfNull(programme);
        return new Metric
        {
            Name = SetName,
            Type = MetricType.Bytes,
            Timestamp = requestedAt,
            Value = ProgrammeJson.Write(programme),
            Properties = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["order.id"] = order.ToString("D", CultureInfo.InvariantCulture),
                ["order.kind"] = Kind,
                ["order.requestedAt"] = requestedAt.ToUnixTimeMilliseconds(),
                ["order.expiresAt"] = expiresAt.ToUnixTimeMilliseconds(),
                ["order.by"] = programme.By,
                ["order.reason"] = programme.Reason,
                ["order.role"] = role.ToString(),
            },
        };
    }
}
