using FirmwareSim.Scenarios;
using FirmwareSim.Town;

namespace FirmwareSim.Modbus;

/// <summary>Danfoss ECL Comfort 310 with application A266.1: holding registers, read by 3 or 4, written one at a time by 6; no coils.</summary>
internal sealed class EclUnit : IModbusUnit
{
    /// <summary>An idle connection is closed after this long.</summary>
    internal static readonly TimeSpan IdleLimit = TimeSpan.FromSeconds(75);

    private const int Most = 50;
    private const int ApplicationType = 2060;
    private readonly Dictionary<int, Cell> _cells;
    private readonly FaultBoard _faults;
    private readonly string _target;
    private readonly Action<string> _tell;

    internal EclUnit(Plant plant, string building, FaultBoard faults, Action<string> tell)
    {
        (_target, _faults, _tell) = (building + "/chaufferie", faults, tell);
        _cells = new EclMap(plant, () => faults.IsOn(Fault.WrongApplication, _target), () => faults.IsOn(Fault.LocalMode, _target)).Cells();
    }

    /// <summary>Written although nobody had asked which application this is: a gateway that does so is wrong.</summary>
    internal bool WrittenBlind { get; private set; }

    private bool ApplicationRead { get; set; }

    /// <inheritdoc />
    public byte[]? Answer(ReadOnlySpan<byte> pdu)
    {
        if (_faults.IsOn(Fault.SilentDevice, _target) || pdu.IsEmpty)
        {
            return null;
        }

        if (pdu[0] is not (Pdu.ReadHolding or Pdu.ReadInput or Pdu.WriteRegister))
        {
            return Pdu.Refuse(pdu[0], Pdu.IllegalFunction);
        }

        if (Pdu.Plain(pdu) is not var (address, second))
        {
            return Pdu.Refuse(pdu[0], Pdu.IllegalValue);
        }

        return pdu[0] == Pdu.WriteRegister ? Write(pdu, address, second) : Read(pdu[0], address, second);
    }

    private byte[] Read(byte function, ushort address, ushort count)
    {
        if (count is 0 or > Most)
        {
            return Pdu.Refuse(function, Pdu.IllegalValue);
        }

        Span<ushort> words = stackalloc ushort[count];
        for (var i = 0; i < count; i++)
        {
            if (!_cells.TryGetValue(address + i, out var cell))
            {
                return Pdu.Refuse(function, Pdu.IllegalAddress);
            }

            words[i] = cell.Read();
        }

        ApplicationRead |= address <= ApplicationType && address + count > ApplicationType + 1;
        return Pdu.Registers(function, words);
    }

    private byte[] Write(ReadOnlySpan<byte> pdu, ushort address, ushort value)
    {
        if (!_cells.TryGetValue(address, out var cell) || cell.Write is null)
        {
            return Pdu.Refuse(pdu[0], Pdu.IllegalAddress);
        }

        if (!cell.Allows(value))
        {
            return Pdu.Refuse(pdu[0], Pdu.IllegalValue);
        }

        if (!ApplicationRead && !WrittenBlind)
        {
            WrittenBlind = true;
            _tell($"{_target}: written before its application key was read");
        }

        if (!_faults.IsOn(Fault.WriteIgnored, _target))
        {
            cell.Write(value);
        }

        return pdu.ToArray();
    }
}
