namespace Telemetry.Gateway.Configuration;

/// <summary>What the profiles call the three things that a cascade asks of a boiler.</summary>
internal static class BoilerPointNames
{
    /// <summary>Whether it burns.</summary>
    internal static readonly string[] Flames = ["burner.state", "burner.active", "flame.state"];

    /// <summary>How much it gives, % of its nominal power.</summary>
    internal static readonly string[] Loads = ["power.percent", "burner.power", "burner.modulation", "boiler.power"];

    /// <summary>How long it has burnt, with the hours of one unit.</summary>
    internal static readonly (string Name, double Hours)[] Counters = [("generator.hours", 1), ("burner.hours", 1), ("burner.minutes", 1 / 60.0)];

    /// <summary>All of them.</summary>
    internal static IEnumerable<string> All => [.. Counters.Select(counter => counter.Name), .. Flames, .. Loads];

    /// <summary>Whether a device has any.</summary>
    internal static bool Any(DeviceConfiguration device) => All.Any(name => device.Find(name) is not null);
}
