namespace Telemetry.Dashboard.Accounts;

/// <summary>A browser in a few words, so that people recognise theirs; never used to decide anything.</summary>
internal static class Devices
{
    private static readonly (string Sign, string Name)[] Browsers =
        [("Edg/", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari")];

    private static readonly (string Sign, string Name)[] Systems =
        [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "macOS"), ("Linux", "Linux")];

    public static string NameOf(string agent) => $"{Of(agent, Browsers)}, {Of(agent, Systems)}";

    private static string Of(string agent, (string Sign, string Name)[] known) =>
        Array.Find(known, one => agent.Contains(one.Sign, StringComparison.Ordinal)).Name ?? "?";
}
