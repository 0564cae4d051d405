using Telemetry.Dashboard.Boilers;
using Telemetry.Model.Measures;
using Telemetry.Model.Settings;

namespace Telemetry.Dashboard.Programmes;

/// <summary>A setting as the local controller itself has it.</summary>
/// <param name="Setting">Which.</param>
/// <param name="Read">What the controller last said; null when it never did.</param>
/// <param name="Offered">What the site lets the gateway write there, its step included; null where it writes nothing.</param>
/// <param name="State">How it stands where the gateway keeps it.</param>
internal sealed record ControllerSetting(Setting Setting, Reading? Read, Bounds? Offered, KeptState State)
{
    /// <summary>Whether the gateway may be asked to keep it.</summary>
    public bool MayBeKept => Offered is not null && ControllerSettings.MayBeKept(Setting);
}
