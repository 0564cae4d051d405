namespace Telemetry.Model.Sites;

/// <summary>Names one piece of equipment everywhere: the three words a Sparkplug topic carries.</summary>
/// <param name="Municipality">The tenant, a slug such as <c>valmont-sur-orne</c>; the Sparkplug group.</param>
/// <param name="Gateway">The gateway that reads the equipment, such as <c>gw-ecole</c>; the Sparkplug edge node.</param>
/// <param name="Device">The equipment behind that gateway, such as <c>chaufferie</c>; the Sparkplug device.</param>
public readonly record struct EquipmentId(string Municipality, string Gateway, string Device)
{
    /// <summary>The three words joined by slashes: <c>valmont-sur-orne/gw-ecole/chaufferie</c>.</summary>
    public override string ToString() => $"{Municipality}/{Gateway}/{Device}";
}
