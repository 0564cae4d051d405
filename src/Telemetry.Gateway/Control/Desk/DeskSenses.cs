using Telemetry.Model.Samples;
using Telemetry.Model.Settings;
using Telemetry.Model.Sites;

namespace Telemetry.Gateway.Control;

/// <summary>What the desk can ask of the rest of the gateway before it decides.</summary>
internal sealed record DeskSenses
{
    /// <summary>The latest judged sample of a point.</summary>
    internal Func<PointId, Sample?> Live { get; init; } = _ => null;

    /// <summary>False when a device is known not to answer.</summary>
    internal Func<EquipmentId, bool> Answers { get; init; } = _ => true;

    /// <summary>Whether the clock was ever set, and whether it may be believed now.</summary>
    internal Func<(bool Set, bool Certain)> Clock { get; init; } = () => (true, true);

    /// <summary>What the programme wants of a boiler room now; null where the controller's own decides.</summary>
    internal Func<EquipmentId, Wanted?> Under { get; init; } = _ => null;

    /// <summary>What heats the zone of a boiler room; null when nobody said.</summary>
    internal Func<EquipmentId, Emitter?> Emitter { get; init; } = _ => null;

    /// <summary>What is set for a boiler room; the usual where no programme says.</summary>
    internal Func<EquipmentId, PlantSettings> Settings { get; init; } = _ => PlantSettings.Usual;
}
