namespace Telemetry.Model.Tests;

/// <summary>Public data beside the repository, where they are; a test that needs them skips elsewhere.</summary>
internal static class SharedData
{
    internal static string Find(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var data = Path.Combine(folder.FullName, "shared", "data", name);
            if (Directory.Exists(data))
            {
                return data;
            }
        }

        Assert.Skip($"The shared data '{name}' is not here.");
        return "";
    }
}
