namespace Telemetry.Model.Measures;

/// <summary>What a point does (Haystack <c>sensor</c>, <c>sp</c>, <c>cmd</c>).</summary>
public enum PointFunction
{
    /// <summary>Tells what is.</summary>
    Sensor,

    /// <summary>Tells what is aimed at.</summary>
    Setpoint,

    /// <summary>Tells what is commanded.</summary>
    Command,
}
