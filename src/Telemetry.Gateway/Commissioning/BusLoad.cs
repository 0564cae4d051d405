using Telemetry.Gateway.Configuration;
using Telemetry.Gateway.Configuration.Buses;
using Telemetry.Gateway.Drivers.Modbus;

namespace Telemetry.Gateway.Commissioning;

/// <summary>How busy a line would be, before anything is wired: characters on the wire, silences and the pauses of the profiles.</summary>
internal static class BusLoad
{
    /// <summary>Unit, function, address, count and CRC.</summary>
    private const int RequestCharacters = 8;

    /// <summary>Unit, function, length and CRC around the data.</summary>
    private const int AnswerCharacters = 5;

    /// <summary>What a controller takes to answer, where its maker says nothing: measured ones take 5 to 60 ms.</summary>
    private static readonly TimeSpan Thinking = TimeSpan.FromMilliseconds(20);

    /// <summary>Share of the time, 1 when it is never silent; more when it cannot keep up.</summary>
    internal static double Of(BusConfiguration bus, IEnumerable<DeviceConfiguration> devices) => devices
        .Where(device => string.Equals(device.Bus, bus.Id, StringComparison.Ordinal) && device.Profile.Modbus is not null)
        .Sum(device => Poll(bus, device).TotalSeconds / device.Period.TotalSeconds);

    /// <summary>The mean of its polls: what has a longer period of its own counts for its share.</summary>
    private static TimeSpan Poll(BusConfiguration bus, DeviceConfiguration device)
    {
        var modbus = device.Profile.Modbus!;
        var total = modbus.Pauses.OnSlaveChange;
        foreach (var block in ReadPlan.ByPeriod(device.Points, modbus))
        {
            var read = modbus.Pauses.BetweenRequests + Thinking;
            if (bus is { Wire: BusWire.Serial, Serial: { } serial })
            {
                var data = block.Kind is RegisterKind.Coil or RegisterKind.Discrete ? (block.Count + 7) / 8 : block.Count * 2;
                read += TimeSpan.FromSeconds((RequestCharacters + AnswerCharacters + data + 7.0) * serial.BitsPerCharacter / serial.Baud);
            }

            total += read / block.Every;
        }

        return total;
    }
}
