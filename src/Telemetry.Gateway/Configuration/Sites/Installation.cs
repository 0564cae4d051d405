namespace Telemetry.Gateway.Configuration;

/// <summary>Loads profiles and site together.</summary>
internal static class Installation
{
    /// <summary>What can run, and everything that is wrong.</summary>
    internal static Loaded<SiteConfiguration> Load(string site, string devices, Func<string, string?> variable)
    {
        var profiles = ProfileLoader.LoadFolder(devices, variable);
        var loaded = SiteLoader.Load(site, profiles.Value!, variable);
        return loaded with { Problems = [.. profiles.Problems, .. loaded.Problems] };
    }
}
