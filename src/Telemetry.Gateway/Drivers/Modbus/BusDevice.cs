using Telemetry.Gateway.Configuration;

namespace Telemetry.Gateway.Drivers.Modbus;

/// <summary>A device on a bus: what to read of it, and how it has been answering.</summary>
internal sealed class BusDevice
{
    private static readonly TimeSpan LongestBackOff = TimeSpan.FromSeconds(30);
    private readonly ModbusProfile _modbus;
    private int? _length;
    private DateTimeOffset _planUntil;

    internal BusDevice(DeviceConfiguration device)
    {
        var modbus = device.Profile.Modbus ?? throw new ArgumentException("Not a Modbus device.", nameof(device));
        Device = device;
        Target = new ModbusTarget(device.Unit, modbus.Pauses, modbus.Timeout);
        _modbus = modbus;
        Plan = ReadPlan.ByPeriod(device.Points, modbus);
        Words = new ushort[Plan.Count == 0 ? 1 : Plan.Max(block => block.Count)];
    }

    /// <summary>Its name in the book of holes: another model in its place has other holes.</summary>
    internal string Key => $"{Device.Equipment.Id.Device}/{Device.Profile.Id}";

    internal DeviceConfiguration Device { get; }

    internal ModbusTarget Target { get; }

    internal IReadOnlyList<ReadBlock> Plan { get; private set; }

    /// <summary>Points that the device's SunSpec model is too short to have.</summary>
    internal IReadOnlyList<DevicePoint> Absent { get; private set; } = [];

    /// <summary>Where the device put its SunSpec model; 0 for fixed addresses.</summary>
    internal ushort Base { get; private set; }

    internal ushort[] Words { get; }

    /// <summary>Polls made since the start, or since all was to be read again.</summary>
    internal long Polls { get; set; }

    /// <summary>Whether the present poll has anything to ask.</summary>
    internal bool HasWork
    {
        get
        {
            var due = Plan.Count == 0;
            for (var i = 0; i < Plan.Count && !due; i++)
            {
                due = IsDue(Plan[i]);
            }

            return due;
        }
    }

    /// <summary>Whether a read is part of the present poll.</summary>
    internal bool IsDue(ReadBlock block) => Polls % block.Every == 0;

    /// <summary>Real timestamp of the next poll.</summary>
    internal long Due { get; set; }

    /// <summary>Polls in a row without an answer.</summary>
    internal int Failures { get; set; }

    /// <summary>Polls answered since the start.</summary>
    internal long Answers { get; set; }

    /// <summary>Polls that failed since the start.</summary>
    internal long Errors { get; set; }

    /// <summary>Polls skipped since the start: the one before took longer than the period, its own or its line's.</summary>
    internal long Skipped { get; set; }

    /// <summary>Why the last failed poll failed; empty when none did.</summary>
    internal string Trouble { get; set; } = "";

    /// <summary>Wait before the next poll: the period, longer and longer while the device does not answer.</summary>
    internal TimeSpan NextWait(TimeSpan period) =>
        Failures < DeadAfter || period >= LongestBackOff ? period : Min(period * Math.Pow(2, Math.Min(10, Failures - DeadAfter + 1)), LongestBackOff);

    /// <summary>Misses after which a device is called dead: one may be an accident of the line.</summary>
    internal const int DeadAfter = 3;

    /// <summary>Finds where a SunSpec device put its model, once, and again after it was dead: it may be another device.</summary>
    /// <exception cref="ModbusException">No answer, or no such model.</exception>
    internal void Locate(IModbusMaster master)
    {
        _length = Failures >= DeadAfter ? null : _length;
        if (_modbus.SunSpec.Count > 0 && _length is null)
        {
            var (address, length) = SunSpecWalk.Find(master, Target, _modbus.SunSpec) ?? throw SunSpecWalk.Missing(_modbus.SunSpec);
            (Base, _length) = (address, length);
            Forget();
        }
    }

    /// <summary>Makes the plan again when what is known of holes changed, or is a day old.</summary>
    internal void Replan(HoleBook book, DateTimeOffset now)
    {
        if (now < _planUntil)
        {
            return;
        }

        (var holes, _planUntil) = book.For(Key);
        var present = Device.Points.ToLookup(point => _length is null || point.Profile.Register is not { } register || register.First + register.Span <= _length);
        (Absent, Plan) = ([.. present[false]], ReadPlan.ByPeriod(present[true], _modbus, holes));
    }

    /// <summary>Has the plan made again before the next poll.</summary>
    internal void Forget() => _planUntil = DateTimeOffset.MinValue;

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
