using Telemetry.Model.Sites;

namespace Telemetry.Model.Alarms;

/// <summary>What an alarm is about: a point, an equipment, a gateway as a whole, or the centre itself.</summary>
/// <param name="Equipment">The equipment; its device is empty for a gateway as a whole, and its gateway too for the centre.</param>
/// <param name="Point">The point's name on that equipment; empty when it is about more than one.</param>
public readonly record struct AlarmSource(EquipmentId Equipment, string Point)
{
    /// <summary>The centre itself.</summary>
    public static AlarmSource Centre { get; } = new(new EquipmentId("", "", ""), "");

    /// <summary>Whether it is about a gateway as a whole.</summary>
    public bool IsGateway => Equipment.Device.Length == 0 && Equipment.Gateway.Length > 0;

    /// <summary>A gateway as a whole.</summary>
    public static AlarmSource Gateway(string municipality, string gateway) => new(new EquipmentId(municipality, gateway, ""), "");

    /// <summary>An equipment as a whole.</summary>
    public static AlarmSource Of(EquipmentId equipment) => new(equipment, "");

    /// <summary>One point.</summary>
    public static AlarmSource Of(PointId point) => new(point.Equipment, point.Name);

    /// <summary>Equipment and point joined by a slash, for logs.</summary>
    public override string ToString() => Point.Length == 0 ? Equipment.ToString() : $"{Equipment}/{Point}";
}
