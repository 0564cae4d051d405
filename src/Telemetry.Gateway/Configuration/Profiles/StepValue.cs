namespace Telemetry.Gateway.Configuration;

/// <summary>Where the value of a step comes from.</summary>
internal enum StepValue
{
    /// <summary>Written in the profile.</summary>
    Fixed,

    /// <summary>The value of the order.</summary>
    Asked,

    /// <summary>What the device read before the first order.</summary>
    Previous,
}
