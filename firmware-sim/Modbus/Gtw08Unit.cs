using FirmwareSim.Physics;
using FirmwareSim.Scenarios;
using FirmwareSim.Town;

namespace FirmwareSim.Modbus;

/// <summary>A De Dietrich GTW-08 on one boiler of a boiler room: holding registers by function 3; it knows function 16, and nothing here can be set.</summary>
/// <remarks>
/// Register numbers: houthacker/remeha-modbus and the manual of the gateway. What the boiler does not have reads as the code of its register for « no value »,
/// which is 0x8000 for temperatures and all ones for the rest. A number that is not served is exception 2.
/// </remarks>
internal sealed class Gtw08Unit : IModbusUnit
{
    private const byte WriteRegisters = 16;
    private const ushort None = 0xFFFF;
    private const ushort NoSensor = 0x8000;
    private const int Most = 100;
    private readonly Dictionary<int, Func<ushort>> _words = [];
    private readonly FaultBoard _faults;
    private readonly string _target;

    /// <summary>A boiler by its place in the sequence.</summary>
    /// <param name="plant">Its boiler room.</param>
    /// <param name="place">0 for the one that leads.</param>
    /// <param name="building">The building's name.</param>
    /// <param name="before">Starts and hours counted before the town was born.</param>
    /// <param name="faults">The faults of the town.</param>
    internal Gtw08Unit(Plant plant, int place, string building, (long Starts, double Hours) before, FaultBoard faults)
    {
        (_target, _faults) = ($"{building}/chaudiere-{place + 1}", faults);
        Nothing((128, None, 1), (189, None, 1), (275, None, 1), (278, NoSensor, 1), (279, None, 2), (384, NoSensor, 1), (385, None, 3), (389, None, 1), (402, NoSensor, 3), (410, None, 1),
            (412, None, 1), (431, None, 18), (459, None, 3), (500, None, 1), (502, None, 1), (640, None, 5), (649, None, 1), (663, None, 4), (686, None, 1), (688, None, 1),
            (1104, NoSensor, 1), (1109, None, 1), (1119, NoSensor, 1));
        var burner = plant.Boiler.Burners[place];
        _words[272] = () => (ushort)Math.Round(100 * burner.Firing);
        _words[277] = () => (plant.FaultBits & 1) != 0 ? (ushort)0x0400 : None;
        _words[400] = () => Raw.Scaled(plant.Boiler.WaterC, 0.01, NoSensor);
        _words[401] = () => Raw.Scaled(plant.BackC, 0.01, NoSensor);
        _words[409] = () => (plant.FaultBits & 2) != 0 ? (ushort)4 : (ushort)16;
        _words[411] = () => State(burner.Phase, plant.ChargeW > 0);
        _words[413] = () => (ushort)Math.Round(10_000 * burner.Firing);
        _words[1110] = () => burner.Lit ? (ushort)1 : (ushort)0;
        Long(419, () => before.Starts + burner.Starts);
        Long(421, () => (long)(before.Hours + burner.Hours));
    }

    /// <inheritdoc />
    public byte[]? Answer(ReadOnlySpan<byte> pdu)
    {
        if (_faults.IsOn(Fault.SilentDevice, _target) || pdu.IsEmpty)
        {
            return null;
        }

        if (pdu[0] is not Pdu.ReadHolding)
        {
            return Pdu.Refuse(pdu[0], pdu[0] == WriteRegisters ? Pdu.IllegalAddress : Pdu.IllegalFunction);
        }

        if (Pdu.Plain(pdu) is not var (address, count) || count is 0 or > Most)
        {
            return Pdu.Refuse(pdu[0], Pdu.IllegalValue);
        }

        Span<ushort> words = stackalloc ushort[count];
        for (var i = 0; i < count; i++)
        {
            if (!_words.TryGetValue(address + i, out var word))
            {
                return Pdu.Refuse(pdu[0], Pdu.IllegalAddress);
            }

            words[i] = word();
        }

        return Pdu.Registers(pdu[0], words);
    }

    // 0 waits, 2 starts its burner, 3 heats, 4 heats water, 5 stops its burner.
    private static ushort State(BurnerPhase phase, bool charging) => phase switch
    {
        BurnerPhase.PrePurge => 2,
        BurnerPhase.PostPurge => 5,
        BurnerPhase.Off => 0,
        _ => charging ? (ushort)4 : (ushort)3,
    };

    private void Nothing(params ReadOnlySpan<(int Address, ushort Word, int Count)> holes)
    {
        foreach (var (address, word, count) in holes)
        {
            for (var next = address; next < address + count; next++)
            {
                _words[next] = () => word;
            }
        }
    }

    private void Long(int address, Func<long> value)
    {
        _words[address] = () => (ushort)((value() >> 16) & 0xFFFF);
        _words[address + 1] = () => (ushort)(value() & 0xFFFF);
    }
}
