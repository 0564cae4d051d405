namespace Telemetry.Model.Settings;

/// <summary>A setting that the gateway keeps in the local controller, because somebody asked it to.</summary>
/// <param name="Setting">One that <see cref="ControllerSettings.MayBeKept"/> knows.</param>
/// <param name="Asked">The version of the programme in which it was last asked: asked again, it is written again even where it was changed on site.</param>
public sealed record KeptSetting(Setting Setting, int Asked);
