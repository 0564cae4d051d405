using System.Globalization;
using Telemetry.Gateway.Tests.Processes;

namespace Telemetry.Gateway.Tests.Drivers.Mqtt;

/// <summary>A broker and a Sparkplug encoder written by others: npm <c>aedes</c> and <c>sparkplug-payload</c>.</summary>
/// <remarks>
/// It wants user <c>terrain</c> and password <c>secret</c>, publishes the lines of a file (topic, tabulation, payload in Base64) five times a second, and
/// plays a Sparkplug node that says data by alias only and tells its births when a host asks for them.
/// </remarks>
internal static class ForeignBroker
{
    internal static async Task<Child> StartAsync(int port, IEnumerable<(string Topic, ReadOnlyMemory<byte> Payload)> messages, TemporaryFolder folder)
    {
        var file = folder.Write("messages", string.Join('\n', messages.Select(message => $"{message.Topic}\t{Convert.ToBase64String(message.Payload.Span)}")));
        var broker = await NodePeers.StartAsync("field_broker.mjs", port.ToString(CultureInfo.InvariantCulture), file);
        Assert.True(await Wait.ForAsync(() => Child.Listens(port)), string.Join('\n', broker.Lines));
        return broker;
    }
}
