using FirmwareSim.Scenarios;
using FirmwareSim.Town;

namespace FirmwareSim.Modbus;

/// <summary>Eastron SDM630: input registers, single precision, high word first, read by function 4 only, 80 registers at most.</summary>
/// <remarks>Register numbers: Eastron's protocol document, as volkszaehler/mbmd and OpenEMS read it. Numbers inside a block that carry nothing read 0.</remarks>
internal sealed class Sdm630Unit(Building building, FaultBoard faults) : IModbusUnit
{
    private const int Most = 80;
    private static readonly Blocks Readable = new((0, 105), (200, 269), (334, 381));

    private readonly string _target = building.Name + "/elec";

    /// <inheritdoc />
    public byte[]? Answer(ReadOnlySpan<byte> pdu)
    {
        if (faults.IsOn(Fault.SilentDevice, _target) || pdu.IsEmpty)
        {
            return null;
        }

        if (pdu[0] != Pdu.ReadInput)
        {
            return Pdu.Refuse(pdu[0], Pdu.IllegalFunction);
        }

        if (Pdu.Plain(pdu) is not var (address, count) || count is 0 or > Most || count % 2 != 0)
        {
            return Pdu.Refuse(pdu[0], Pdu.IllegalValue);
        }

        if (address % 2 != 0 || !Readable.Hold(address, count))
        {
            return Pdu.Refuse(pdu[0], Pdu.IllegalAddress);
        }

        Span<ushort> words = stackalloc ushort[count];
        for (var i = 0; i < count; i += 2)
        {
            var bits = BitConverter.SingleToUInt32Bits((float)Value(address + i));
            (words[i], words[i + 1]) = ((ushort)(bits >> 16), (ushort)(bits & 0xFFFF));
        }

        return Pdu.Registers(pdu[0], words);
    }

    /// <summary>The quantity at an address; 0 where the meter has none.</summary>
    internal double Value(int address) => address switch
    {
        < 36 => ByPhase(address / 6, address % 6 / 2),
        < 106 => Total(address),
        < 334 => Distortion(address),
        _ => Energy(address),
    };

    private double ByPhase(int group, int phase)
    {
        var load = building.Electricity;
        var (watts, volts) = (load.Watts[phase], load.Volts[phase]);
        return group switch
        {
            0 => volts,
            1 => watts / load.Factor / volts,
            2 => watts,
            3 => watts / load.Factor,
            4 => watts * Math.Tan(Math.Acos(load.Factor)),
            _ => load.Factor,
        };
    }

    private double Total(int address)
    {
        var load = building.Electricity;
        var watts = load.Watts.Sum;
        var reactiveRatio = Math.Tan(Math.Acos(load.Factor));
        return address switch
        {
            42 => load.Volts.Sum / 3,
            46 => watts / load.Factor / (load.Volts.Sum / 3) / 3,
            48 => watts / load.Factor / (load.Volts.Sum / 3),
            52 => watts,
            56 => watts / load.Factor,
            60 => watts * reactiveRatio,
            62 => load.Factor,
            66 => Math.Acos(load.Factor) * 180 / Math.PI,
            70 => load.Hertz,
            72 => building.Main.Exact,
            76 => building.Main.Exact * 0.35,
            _ => 0,
        };
    }

    private double Distortion(int address) => address switch
    {
        200 => building.Electricity.Volts.L1 * 1.732,
        202 => building.Electricity.Volts.L2 * 1.732,
        204 => building.Electricity.Volts.L3 * 1.732,
        234 => 1.9,
        236 => 2.1,
        238 => 2.0,
        248 => 2.0,
        _ => 0,
    };

    private double Energy(int address)
    {
        var share = building.Electricity.KWh;
        var before = building.Main.Exact - share.Sum;
        return address switch
        {
            342 => building.Main.Exact,
            344 => building.Main.Exact * 0.35,
            346 or 358 => Math.Max(0, (before * 0.42) + share.L1),
            348 or 360 => Math.Max(0, (before * 0.33) + share.L2),
            350 or 362 => Math.Max(0, (before * 0.25) + share.L3),
            _ => 0,
        };
    }
}
