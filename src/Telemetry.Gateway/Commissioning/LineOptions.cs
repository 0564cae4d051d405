using System.Globalization;
using Telemetry.Gateway.Configuration;
using Telemetry.Gateway.Configuration.Buses;

namespace Telemetry.Gateway.Commissioning;

/// <summary>Reads what a person types to name a line: an address and port, or a serial port.</summary>
internal static class LineOptions
{
    internal static BusConfiguration? Tcp(string text) => Socket(text, 502, BusWire.Tcp);

    internal static BusConfiguration? RtuOverTcp(string text) => Socket(text, 4001, BusWire.RtuOverTcp);

    internal static BusConfiguration? Serial(string text, out string? problem)
    {
        var (settings, wrong) = SerialSettings.Parse(text);
        problem = wrong;
        return settings is null ? null : new BusConfiguration(settings.ToString(), "", 0) { Wire = BusWire.Serial, Serial = settings };
    }

    /// <summary>What a line is called on the screen.</summary>
    internal static string Name(BusConfiguration bus) =>
        bus.Serial?.ToString() ?? string.Create(CultureInfo.InvariantCulture, $"{bus.Host}:{bus.Port}{(bus.Wire == BusWire.RtuOverTcp ? " rtu" : "")}");

    private static BusConfiguration? Socket(string text, int usual, BusWire wire)
    {
        var colon = text.LastIndexOf(':');
        var (host, port) = (colon < 0 ? text : text[..colon].Trim('[', ']'), usual);
        return host.Length > 0 && !host.Contains(' ', StringComparison.Ordinal)
            && (colon < 0 || (int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out port) && port is >= 1 and <= 65_535))
            ? new BusConfiguration(text, host, port) { Wire = wire }
            : null;
    }
}
