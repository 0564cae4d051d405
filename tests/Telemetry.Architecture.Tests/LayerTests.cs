using System.Text.RegularExpressions;

namespace Telemetry.Architecture.Tests;

/// <summary>Who may know whom: the table of ARCHITECTURE.md.</summary>
public sealed partial class LayerTests
{
    [Theory]
    [InlineData("src/Telemetry.Model/Telemetry.Model.csproj", "")]
    [InlineData("src/Telemetry.Messaging/Telemetry.Messaging.csproj", "Telemetry.Model")]
    [InlineData("src/Telemetry.Gateway/Telemetry.Gateway.csproj", "Telemetry.Messaging Telemetry.Model")]
    [InlineData("src/Telemetry.Analytics/Telemetry.Analytics.csproj", "Telemetry.Messaging Telemetry.Model")]
    [InlineData("src/Telemetry.Dashboard/Telemetry.Dashboard.csproj", "Telemetry.Analytics Telemetry.Messaging Telemetry.Model")]
    [InlineData("firmware-sim/firmware-sim.csproj", "")]
    public void ProjectReferences_AreThoseOfTheTable(string project, string expected) =>
        Assert.Equal(expected, string.Join(' ', Repository.ProjectReferences(project)));

    [Fact]
    public void Model_HasNoPackage() => Assert.Empty(Repository.Packages("src/Telemetry.Model/Telemetry.Model.csproj"));

    /// <summary>Inside a project, a folder to the left of the data's way never names one to the right.</summary>
    [Theory]
    [InlineData("src/Telemetry.Gateway/Drivers", "Telemetry.Gateway.(Pipeline|Outbox|Uplink|Control|Commissioning)")]
    [InlineData("src/Telemetry.Gateway/Pipeline", "Telemetry.Gateway.(Outbox|Uplink|Control|Commissioning|Drivers.Modbus)")]
    [InlineData("src/Telemetry.Gateway/Outbox", "Telemetry.Gateway.(Uplink|Control|Drivers|Pipeline|Commissioning)")]
    [InlineData("src/Telemetry.Analytics/Indicators", "Telemetry.Analytics.(Streams|History|Ingest|Registry|Reports)|System.Reactive|System.IO|System.Net|Microsoft.Data")]
    [InlineData("src/Telemetry.Analytics/History", "Telemetry.Analytics.(Streams|Ingest|Indicators|Reports)")]
    [InlineData("src/Telemetry.Analytics/Alarms/Rules", "Telemetry.Analytics.(Streams|History|Ingest|Reports|Alarms.Store|Alarms.OnCall)|System.Reactive|System.IO|System.Net|Microsoft")]
    [InlineData("src/Telemetry.Model", "System.IO|System.Net|System.Reactive|System.Text.Json|Microsoft.Extensions")]
    [InlineData("src/Telemetry.Messaging", "Telemetry.(Gateway|Analytics|Dashboard)|Microsoft.Data")]
    [InlineData("src/Telemetry.Dashboard/Pages", "Microsoft.Data.Sqlite|Telemetry.Messaging.(Mqtt|Sparkplug)")]
    [InlineData("firmware-sim", @"Telemetry\.(Model|Messaging|Gateway|Analytics|Dashboard)")]
    public void Folder_NeverNamesWhatIsToItsRight(string folder, string forbidden)
    {
        var pattern = new Regex($@"^\s*(@?using|global using)\s+(static\s+)?({forbidden})\b", RegexOptions.Multiline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));
        var sources = Repository.Files(folder, "*.cs").Concat(Repository.Files(folder, "*.cshtml")).ToList();

        var guilty = sources.Where(file => pattern.IsMatch(File.ReadAllText(file))).Select(Repository.Relative);

        Assert.NotEmpty(sources);
        Assert.Empty(guilty);
    }

    /// <summary>Registers are a driver's and its profile's business; bytes of the wire are Messaging's.</summary>
    [Fact]
    public void WireTypes_StayInMessaging() => Assert.Empty(
        Repository.Files("src", "*.cs").Where(file => !Repository.Relative(file).StartsWith("src/Telemetry.Messaging/", StringComparison.Ordinal))
            .Where(file => WireNamespace().IsMatch(File.ReadAllText(file))).Select(Repository.Relative));

    [GeneratedRegex(@"Telemetry\.Messaging\.Sparkplug\.Wire|Google\.Protobuf", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex WireNamespace();
}
