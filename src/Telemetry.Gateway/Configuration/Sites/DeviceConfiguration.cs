using Telemetry.Model.Sites;

namespace Telemetry.Gateway.Configuration;

/// <summary>A piece of equipment as it is installed.</summary>
internal sealed record DeviceConfiguration
{
    internal required Equipment Equipment { get; init; }

    internal required DeviceProfile Profile { get; init; }

    /// <summary>The bus it answers on, and its unit there; empty for a device that publishes.</summary>
    internal string Bus { get; init; } = "";

    internal byte Unit { get; init; }

    /// <summary>Its topic, or the prefix of its topics; empty for a device on a bus.</summary>
    internal string Topic { get; init; } = "";

    /// <summary>Its name in its messages, when several devices share a topic; empty when it has its own.</summary>
    internal string Member { get; init; } = "";

    internal TimeSpan Period { get; init; }

    /// <summary>Silence after which its values are no longer believed, civil time.</summary>
    internal TimeSpan StaleAfter { get; init; }

    /// <summary>The boilers of a boiler room, as they are numbered on site; empty where they do not speak for themselves.</summary>
    internal IReadOnlyList<DeviceConfiguration> Boilers { get; init; } = [];

    internal required IReadOnlyList<DevicePoint> Points { get; init; }

    /// <summary>The points the centre sees.</summary>
    internal IEnumerable<DevicePoint> Published => Points.Where(point => !point.Profile.Internal);

    /// <summary>Finds a point by its name there.</summary>
    internal DevicePoint? Find(string name) =>
        Points.FirstOrDefault(point => string.Equals(point.Profile.Name, name, StringComparison.Ordinal));
}
