namespace Telemetry.Gateway.Control;

/// <summary>What a device said of itself just before a decision.</summary>
internal sealed record DeviceReading
{
    /// <summary>How old it is, real time.</summary>
    internal TimeSpan Age { get; init; }

    /// <summary>The person in front of the device decides.</summary>
    internal bool Local { get; init; }

    /// <summary>Whether somebody is there could not be read: the device said something that its profile does not know.</summary>
    internal bool LocalUnclear { get; init; }

    /// <summary>It runs the application that its profile describes.</summary>
    internal bool RightApplication { get; init; } = true;

    /// <summary>Values of the points the recipe writes; a point without value is absent.</summary>
    internal IReadOnlyDictionary<string, double> Values { get; init; } = new Dictionary<string, double>(StringComparer.Ordinal);
}
