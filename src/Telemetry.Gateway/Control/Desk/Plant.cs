using Telemetry.Gateway.Configuration;
using Telemetry.Gateway.Control.Boilers;
using Telemetry.Gateway.Drivers.Modbus;

namespace Telemetry.Gateway.Control;

/// <summary>One boiler room under control: what is in force there, as every thread sees it.</summary>
internal sealed class Plant(DeviceConfiguration device, IFieldBus bus)
{
    private volatile OverrideInForce? _held;
    private volatile SafetyInForce? _safety;
    private volatile Reservation? _reservation;
    private volatile Flame _flame = Flame.Unknown;
    private long _modeChangedAt;
    private long _busyUntil;

    internal DeviceConfiguration Device { get; } = device;

    internal IFieldBus Bus { get; } = bus;

    /// <summary>Real count at which the change in force ends whatever the clock says; set with it.</summary>
    internal long LastEnd { get; private set; } = long.MaxValue;

    /// <summary>The change in force; null when the programme decides.</summary>
    internal OverrideInForce? Held => _held;

    /// <summary>The change that a restart cut short and that could not be taken up at once; null: none.</summary>
    internal OverrideInForce? NotResumed { get; set; }

    /// <summary>The plant is in safety.</summary>
    internal SafetyInForce? Safety
    {
        get => _safety;
        set => _safety = value;
    }

    /// <summary>Who is at work on it.</summary>
    internal Reservation? Reservation
    {
        get => _reservation;
        set => _reservation = value;
    }

    /// <summary>Whether it burns, and since when.</summary>
    internal Flame Flame
    {
        get => _flame;
        set => _flame = value;
    }

    /// <summary>When its mode was last changed by us, civil; null since the start.</summary>
    internal DateTimeOffset? ModeChangedAt
    {
        get => Interlocked.Read(ref _modeChangedAt) is not 0 and var ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;
        set => Interlocked.Exchange(ref _modeChangedAt, value?.UtcTicks ?? 0);
    }

    /// <summary>Real count until which nothing is tried again.</summary>
    internal long BusyUntil
    {
        get => Interlocked.Read(ref _busyUntil);
        set => Interlocked.Exchange(ref _busyUntil, value);
    }

    /// <summary>Puts a change in force.</summary>
    internal void Hold(OverrideInForce held, long lastEnd) => (LastEnd, _held) = (lastEnd, held);

    /// <summary>The same change, further on.</summary>
    internal void Update(OverrideInForce held) => _held = held;

    /// <summary>Nothing is in force any more.</summary>
    internal void LetGo() => (_held, LastEnd) = (null, long.MaxValue);
}
