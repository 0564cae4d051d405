using System.Runtime.CompilerServices;

namespace Telemetry.Dashboard.Tests.Canned;

/// <summary>Sites of the tests do not watch their files: a machine has few watches, and a whole run would take them all.</summary>
internal static class NoWatching
{
    [ModuleInitializer]
    internal static void Settle()
    {
        Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
        Environment.SetEnvironmentVariable("DOTNET_USE_POLLING_FILE_WATCHER", "1");
    }
}
