using FirmwareSim.Scenarios;
using FirmwareSim.Town;

namespace FirmwareSim.Modbus;

/// <summary>SAMSON TROVIS 557x: holding registers and coils, functions 1, 3, 5 and 6.</summary>
/// <remarks>
/// Register numbers: Tom-Bom-badil/trovis-modbus. Three traps: nothing is written before the access code is in register 144 (open for a
/// minute of real time, and each writer must say it again); a mode needs its level coil at 0 first; both are accepted and ignored otherwise.
/// </remarks>
internal sealed class TrovisUnit : IModbusUnit
{
    internal const ushort AccessCode = 1732;
    internal static readonly TimeSpan OpenFor = TimeSpan.FromSeconds(60);
    private const int AccessRegister = 144;
    private const int Most = 50;

    private readonly Blocks _blocks;
    private readonly Dictionary<int, Cell> _holding;
    private readonly Dictionary<int, Cell> _coils;
    private readonly FaultBoard _faults;
    private readonly string _target;
    private readonly TimeProvider _time;
    private long? _opened;

    internal TrovisUnit(Plant plant, string building, int model, FaultBoard faults, TimeProvider time)
    {
        (_target, _faults, _time) = (building + "/chaufferie", faults, time);
        var map = new TrovisMap(plant, model, () => faults.IsOn(Fault.LocalMode, _target));
        (_holding, _coils) = (map.Holding(), map.Coils());
        _holding[AccessRegister] = new Cell(() => Open ? AccessCode : (ushort)0, raw => _opened = raw == AccessCode ? _time.GetTimestamp() : null);
        _blocks = model == 5576 ? TrovisMap.TwoCircuits : TrovisMap.ThreeCircuits;
    }

    private bool Open => _opened is { } since && _time.GetElapsedTime(since) < OpenFor;

    /// <inheritdoc />
    public byte[]? Answer(ReadOnlySpan<byte> pdu)
    {
        if (_faults.IsOn(Fault.SilentDevice, _target) || pdu.IsEmpty)
        {
            return null;
        }

        if (pdu[0] is not (Pdu.ReadCoils or Pdu.ReadHolding or Pdu.WriteCoil or Pdu.WriteRegister))
        {
            return Pdu.Refuse(pdu[0], Pdu.IllegalFunction);
        }

        if (Pdu.Plain(pdu) is not var (address, second))
        {
            return Pdu.Refuse(pdu[0], Pdu.IllegalValue);
        }

        return pdu[0] switch
        {
            Pdu.ReadHolding => ReadHolding(address, second),
            Pdu.ReadCoils => ReadCoils(address, second),
            Pdu.WriteCoil => second is 0 or 0xFF00 ? Write(pdu, _coils, address, second) : Pdu.Refuse(pdu[0], Pdu.IllegalValue),
            _ => Write(pdu, _holding, address, second),
        };
    }

    private byte[] ReadHolding(ushort address, ushort count)
    {
        if (count is 0 or > Most)
        {
            return Pdu.Refuse(Pdu.ReadHolding, Pdu.IllegalValue);
        }

        if (!_blocks.Hold(address, count))
        {
            return Pdu.Refuse(Pdu.ReadHolding, Pdu.IllegalAddress);
        }

        Span<ushort> words = stackalloc ushort[count];
        for (var i = 0; i < count; i++)
        {
            words[i] = _holding.TryGetValue(address + i, out var cell) ? cell.Read() : (ushort)0;
        }

        return Pdu.Registers(Pdu.ReadHolding, words);
    }

    private byte[] ReadCoils(ushort address, ushort count)
    {
        if (count is 0 or > 2000)
        {
            return Pdu.Refuse(Pdu.ReadCoils, Pdu.IllegalValue);
        }

        if (!TrovisMap.CoilBlocks.Hold(address, count))
        {
            return Pdu.Refuse(Pdu.ReadCoils, Pdu.IllegalAddress);
        }

        Span<bool> coils = stackalloc bool[count];
        for (var i = 0; i < count; i++)
        {
            coils[i] = _coils.TryGetValue(address + i, out var cell) && cell.Read() != 0;
        }

        return Pdu.Coils(Pdu.ReadCoils, coils);
    }

    private byte[] Write(ReadOnlySpan<byte> pdu, Dictionary<int, Cell> cells, ushort address, ushort value)
    {
        if (!cells.TryGetValue(address, out var cell) || cell.Write is null)
        {
            return Pdu.Refuse(pdu[0], Pdu.IllegalAddress);
        }

        var code = pdu[0] == Pdu.WriteRegister && address == AccessRegister;
        if (!code && !cell.Allows(value))
        {
            return Pdu.Refuse(pdu[0], Pdu.IllegalValue);
        }

        if (code || (Open && !_faults.IsOn(Fault.WriteIgnored, _target)))
        {
            cell.Write(value);
        }

        return pdu.ToArray();
    }
}
