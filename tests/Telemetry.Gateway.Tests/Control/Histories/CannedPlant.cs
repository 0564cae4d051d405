using Telemetry.Gateway.Configuration;
using Telemetry.Gateway.Drivers.Modbus;

namespace Telemetry.Gateway.Tests.Control.Histories;

/// <summary>A TROVIS without a wire: its registers, its write traps, its bad days; and a witness of every write.</summary>
internal sealed class CannedPlant : IFieldBus, IModbusMaster
{
    internal const int Mode = 105, Comfort = 1002, Night = 1003, Level = 88, Switch = 102, Slope = 1005, Shift = 1006, Tank = 1799, TankAtRest = 1806;
    private readonly Queue<Action<IModbusMaster>> _work = new();
    private bool _open;
    private int _untilDeath = -1;

    internal Dictionary<int, int> Holding { get; } = new() { [Switch] = 1, [Mode] = 1, [Comfort] = 190, [Night] = 160, [Slope] = 21, [Shift] = 0, [Tank] = 580, [TankAtRest] = 550 };

    internal Dictionary<int, int> Coils { get; } = new() { [Level] = 1, [4] = 0 };

    /// <summary>Called with each write that the device is asked, before it does or does not do it.</summary>
    internal Action<RegisterKind, int, int> Witness { get; set; } = (_, _, _) => { };

    internal bool Silent { get; set; }

    /// <summary>Says yes and keeps its own.</summary>
    internal bool Stubborn { get; set; }

    internal bool Local
    {
        get => Holding[Switch] == 3;
        set => Holding[Switch] = value ? 3 : 1;
    }

    /// <summary>The process dies at its n-th word with the device from now; never when negative.</summary>
    internal void DieAfter(int words) => _untilDeath = words;

    public bool Submit(Action<IModbusMaster> work)
    {
        _work.Enqueue(work);
        return true;
    }

    public void PollSoon(string device)
    {
    }

    /// <summary>The bus's thread, for a moment; false when the process died at it.</summary>
    internal bool Run()
    {
        try
        {
            while (_work.TryDequeue(out var work))
            {
                work(this);
            }

            return true;
        }
        catch (OperationCanceledException)
        {
            _work.Clear();
            _untilDeath = -1;
            return false;
        }
    }

    /// <summary>What was waiting is lost with the process.</summary>
    internal void Forget() => _work.Clear();

    public void Read(ModbusTarget target, RegisterKind kind, ushort address, Span<ushort> words)
    {
        Word();
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = (ushort)(kind is RegisterKind.Coil ? Coils : Holding).GetValueOrDefault(address + i);
        }
    }

    public void Write(ModbusTarget target, int function, ushort address, ReadOnlySpan<ushort> words)
    {
        Word();
        var (kind, value) = (function is 5 or 15 ? RegisterKind.Coil : RegisterKind.Holding, (int)words[0]);
        if (kind == RegisterKind.Holding && address == 144)
        {
            _open = value == 1732;
            return;
        }

        Witness(kind, address, value);
        if (!_open)
        {
            throw new ModbusException(ModbusFault.Refused, "closed", 2);
        }

        if (Stubborn || (kind == RegisterKind.Holding && address == Mode && Coils[Level] == 1))
        {
            return;
        }

        (kind == RegisterKind.Coil ? Coils : Holding)[address] = value;
        if (kind == RegisterKind.Coil && address == Level && value == 1)
        {
            Holding[Mode] = 1;
        }
    }

    private void Word()
    {
        if (_untilDeath >= 0 && _untilDeath-- == 0)
        {
            throw new OperationCanceledException();
        }

        if (Silent)
        {
            throw new ModbusException(ModbusFault.NoAnswer, "silent");
        }
    }
}
