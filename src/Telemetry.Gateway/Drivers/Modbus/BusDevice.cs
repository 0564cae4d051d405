using Telemetry.Gateway.Configuration;

namespace Telemetry.Gateway.Drivers.Modbus;

/// <summary>A device on a bus: what to read of it, and how it has been answering.</summary>
internal sealed class BusDevice
{
    private static readonly TimeSpan LongestBackOff = TimeSpan.FromSeconds(30);

    internal BusDevice(DeviceConfiguration device)
    {
        var modbus = device.Profile.Modbus ?? throw new ArgumentException("Not a Modbus device.", nameof(device));
        Device = device;
        Target = new ModbusTarget(device.Unit, modbus.Pauses, modbus.Timeout);
        Plan = ReadPlan.For(device.Points, modbus);
        Words = new ushort[Plan.Count == 0 ? 1 : Plan.Max(block => block.Count)];
    }

    internal DeviceConfiguration Device { get; }

    internal ModbusTarget Target { get; }

    internal IReadOnlyList<ReadBlock> Plan { get; }

    internal ushort[] Words { get; }

    /// <summary>Real timestamp of the next poll.</summary>
    internal long Due { get; set; }

    /// <summary>Polls in a row without an answer.</summary>
    internal int Failures { get; set; }

    /// <summary>Polls answered since the start.</summary>
    internal long Answers { get; set; }

    /// <summary>Polls that failed since the start.</summary>
    internal long Errors { get; set; }

    /// <summary>Why the last failed poll failed; empty when none did.</summary>
    internal string Trouble { get; set; } = "";

    /// <summary>Wait before the next poll: the period, longer and longer while the device does not answer.</summary>
    internal TimeSpan NextWait(TimeSpan period) =>
        Failures < DeadAfter || period >= LongestBackOff ? period : Min(period * Math.Pow(2, Math.Min(10, Failures - DeadAfter + 1)), LongestBackOff);

    /// <summary>Misses after which a device is called dead: one may be an accident of the line.</summary>
    internal const int DeadAfter = 3;

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
