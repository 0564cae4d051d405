namespace Telemetry.FirmwareSim.Tests;

/// <summary>Finds the data that lies beside some clones of the repository.</summary>
internal static class SharedData
{
    /// <summary>The path of a file; null when the data is not here.</summary>
    internal static string? Find(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            foreach (var beside in (string[])["shared/data", "../shared/data"])
            {
                var file = Path.Combine(folder.FullName, beside, name);
                if (File.Exists(file))
                {
                    return Path.GetFullPath(file);
                }
            }
        }

        return null;
    }
}
