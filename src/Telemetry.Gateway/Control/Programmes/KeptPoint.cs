using Telemetry.Model.Settings;

namespace Telemetry.Gateway.Control.Programmes;

/// <summary>What the gateway has done to one point in which it keeps a setting.</summary>
/// <param name="Point">Its name.</param>
/// <param name="Previous">What the controller had before the first write, given back at the end.</param>
/// <param name="Applied">What was last read back as written; while it waits, what is to be written: a death in between may have left it there.</param>
/// <param name="Asked">The version of the programme that asked it.</param>
/// <param name="State">How it stands.</param>
/// <param name="Seen">What was there when it was last looked at: whoever has changed it since did so on site.</param>
internal sealed record KeptPoint(string Point, double Previous, double Applied, int Asked, KeptState State, double Seen);
