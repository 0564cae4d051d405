using FirmwareSim.Control;
using FirmwareSim.Town;

namespace FirmwareSim.Modbus;

/// <summary>What stands in the parameters of an ECL 310 with application A266.1; a number not listed here is not served.</summary>
/// <remarks>Protocol address = PNU - 1. Numbers: muddermanden/danfoss-ecl, k3mpaxl/ecl310-hacs and Danfoss VI.LG.V3.02.</remarks>
internal sealed class EclMap(Plant plant, Func<bool> wrongApplication, Func<bool> localMode)
{
    private const ushort OpenInput = 19_200;
    private readonly HeatingController _controller = plant.Controller;
    private readonly Dictionary<int, ushort> _kept = [];

    /// <summary>All parameters.</summary>
    internal Dictionary<int, Cell> Cells()
    {
        var cells = new Dictionary<int, Cell>
        {
            [33] = Fixed(0x0401),
            [34] = Fixed(557),
            [35] = Fixed(0x0012),
            [36] = Fixed(0x8F31),
            [2060] = new(() => wrongApplication() ? (ushort)247 : (ushort)266),
            [2061] = Fixed(1),
            [2098] = Fixed((19 << 8) | 38),
            [4200] = new(() => Word(_controller.Mode), raw => Set(raw, mode => _controller.Mode = mode), 0, 4),
            [4201] = new(() => Word(_controller.DhwMode), raw => Set(raw, mode => _controller.DhwMode = mode), 0, 4),
            [4210] = new(() => State(_controller.Regime)),
            [4211] = new(() => State(_controller.DhwRegime)),
            [11252] = Celsius(() => _controller.Demands.Heating ? _controller.Demands.FlowC : 10),
        };
        for (var other = 4212; other <= 4215; other++)
        {
            cells[other] = Fixed(0);
        }

        Sensors(cells);
        Outputs(cells);
        Heating(cells);
        HotWater(cells);
        return cells;
    }

    private static Cell Fixed(int value) => new(() => (ushort)value);

    private static Cell Bit(Func<bool> value) => new(() => value() ? (ushort)1 : (ushort)0);

    private static Cell Celsius(Func<double> value) => new(() => Raw.Scaled(value(), 0.01, OpenInput));

    private static ushort Word(CircuitMode mode) => mode switch
    {
        CircuitMode.Manual => 0,
        CircuitMode.Day => 2,
        CircuitMode.Night => 3,
        CircuitMode.Standby => 4,
        _ => 1,
    };

    private static ushort State(Regime regime) => regime switch
    {
        Regime.PreComfort => 1,
        Regime.Comfort => 2,
        _ => 0,
    };

    private void Set(ushort word, Action<CircuitMode> set)
    {
        if (!localMode())
        {
            set(word switch { 0 => CircuitMode.Manual, 2 => CircuitMode.Day, 3 => CircuitMode.Night, 4 => CircuitMode.Standby, _ => CircuitMode.Auto });
        }
    }

    private void Sensors(Dictionary<int, Cell> cells)
    {
        cells[10200] = Celsius(() => plant.Readings.Outdoor);
        cells[10201] = Celsius(() => plant.Readings.Room);
        cells[10202] = Celsius(() => plant.Readings.Flow);
        cells[10203] = Celsius(() => plant.Readings.TankTop);
        cells[10204] = Celsius(() => plant.Readings.Return);
        for (var open = 10205; open <= 10209; open++)
        {
            cells[open] = Fixed(OpenInput);
        }
    }

    private void Outputs(Dictionary<int, Cell> cells)
    {
        // Triacs drive the mixing valve, relay 1 the heating pump, relay 2 the charging pump, relay 3 the recirculation.
        cells[3999] = Bit(() => _controller.Demands.Heating && plant.Readings.Flow < _controller.Demands.FlowC - 0.5);
        cells[4000] = Bit(() => _controller.Demands.Heating && plant.Readings.Flow > _controller.Demands.FlowC + 0.5);
        cells[4001] = Fixed(0);
        cells[4002] = Fixed(0);
        cells[4005] = Bit(() => plant.Pumping);
        cells[4006] = Bit(() => plant.ChargeW > 0);
        cells[4007] = Bit(() => plant.Presence > 0);
        cells[4008] = Fixed(0);
        for (var relay = 4065; relay <= 4067; relay++)
        {
            cells[relay] = Keep(relay, 0, 0, 2);
        }
    }

    private void Heating(Dictionary<int, Cell> cells)
    {
        cells[11020] = Param(Setting.TotalStop, 1, 0, 1);
        cells[11027] = Param(Setting.ReturnMax, 1, 10, 110);
        cells[11039] = Param(Setting.PumpPostRun, 1, 0, 99);
        cells[11051] = Param(Setting.DhwPriority, 1, 0, 1);
        cells[11092] = Param(Setting.FrostRoom, 1, 5, 40);
        cells[11174] = Param(Setting.Slope, 0.1, 1, 40);
        cells[11176] = Param(Setting.FlowMin, 1, 10, 150);
        cells[11177] = Param(Setting.FlowMax, 1, 10, 150);
        cells[11178] = Param(Setting.SummerLimit, 1, 0, 50);
        cells[11179] = Param(Setting.RoomDay, 0.1, 50, 400);
        cells[11180] = Param(Setting.RoomNight, 0.1, 50, 400);
        for (var (point, flow) = (11_399, 75); point <= 11_404; point++, flow -= 9)
        {
            cells[point] = Keep(point, (ushort)flow, 10, 110);
        }
    }

    private void HotWater(Dictionary<int, Cell> cells)
    {
        cells[12029] = Keep(12029, 60, 10, 110);
        cells[12092] = Keep(12092, 10, 5, 40);
        cells[12121] = Param(Setting.DisinfectionDays, 1, 0, 127);
        cells[12122] = Param(Setting.DisinfectionStart, 30, 0, 47);
        cells[12123] = Param(Setting.DisinfectionMinutes, 1, 10, 600);
        cells[12124] = Param(Setting.DisinfectionC, 1, 10, 110);
        cells[12189] = Param(Setting.DhwDay, 0.1, 100, 1100);
        cells[12190] = Param(Setting.DhwNight, 0.1, 100, 1100);
    }

    private Cell Param(Setting setting, double scale, int min, int max) => new(
        () => Raw.Scaled(_controller.Settings[setting], scale, OpenInput),
        raw => _controller.Settings[setting] = Raw.Signed(raw, scale),
        min,
        max);

    private Cell Keep(int address, ushort factory, int min, int max)
    {
        _kept.TryAdd(address, factory);
        return new Cell(() => _kept[address], raw => _kept[address] = raw, min, max);
    }
}
