namespace Telemetry.Gateway.Tests;

/// <summary>Finds the repository's own files from wherever the tests run.</summary>
internal static class Repository
{
    internal static string Root { get; } = Find();

    internal static string Devices => Path.Combine(Root, "devices");

    internal static string Site(string name) => Path.Combine(Root, "sites", "demo", name + ".yaml");

    internal static string Cases => Path.Combine(Root, "tests", "Telemetry.Gateway.Tests", "cases");

    private static string Find()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "Telemetry.sln")))
            {
                return folder;
            }
        }

        throw new InvalidOperationException("The repository root is not above the tests.");
    }
}
