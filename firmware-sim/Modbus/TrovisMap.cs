using FirmwareSim.Control;
using FirmwareSim.Town;

namespace FirmwareSim.Modbus;

/// <summary>What stands in the registers and coils of a TROVIS whose first circuit heats the building.</summary>
internal sealed class TrovisMap(Plant plant, int model, Func<bool> localMode)
{
    private const ushort NoSensor = 0x7FFF;

    private readonly HeatingController _controller = plant.Controller;
    private readonly Dictionary<int, ushort> _kept = [];

    /// <summary>Readable registers of a two-circuit model.</summary>
    internal static Blocks TwoCircuits { get; } = new((0, 29), (102, 122), (142, 153), (999, 1010), (1041, 1042), (1062, 1062),
        (1199, 1210), (1241, 1242), (1262, 1262), (1799, 1838));

    /// <summary>Readable registers of a three-circuit model.</summary>
    internal static Blocks ThreeCircuits { get; } = new((0, 29), (102, 122), (142, 153), (999, 1010), (1041, 1042), (1062, 1062),
        (1199, 1210), (1241, 1242), (1262, 1262), (1399, 1410), (1441, 1442), (1462, 1462), (1799, 1838));

    /// <summary>Readable coils.</summary>
    internal static Blocks CoilBlocks { get; } = new((0, 8), (56, 60), (88, 94), (158, 158), (999, 1008), (1199, 1208), (1399, 1408));

    /// <summary>All registers but the access code.</summary>
    internal Dictionary<int, Cell> Holding()
    {
        var cells = new Dictionary<int, Cell>
        {
            [0] = Fixed(model),
            [1] = Fixed(20),
            [2] = Fixed(262),
            [5] = Fixed(model == 5578 ? 3107 : 1904),
            [28] = Fixed(0),
            [29] = new(() => Raw.Scaled(plant.Pumping ? plant.Emitters.Flow / 4186 * 3.6 : 0, 0.01, 0)),
            [102] = new(() => localMode() ? (ushort)3 : (ushort)1),
            [105] = new(() => Word(_controller.Mode), raw => SetMode(raw), 1, 5),
            [106] = new(() => (ushort)Math.Round(100 * plant.Valve)),
            [107] = Fixed(2),
            [109] = Fixed(2),
            [111] = new(() => Word(_controller.DhwMode), raw => SetDhw(raw), 1, 5),
            [142] = Fixed(1),
            [149] = new(() => (ushort)plant.FaultBits),
            [153] = new(() => (ushort)System.Numerics.BitOperations.PopCount((uint)plant.FaultBits)),
        };
        Sensors(cells);
        Summer(cells);
        Circuit(cells);
        HotWater(cells);
        return cells;
    }

    /// <summary>All coils.</summary>
    internal Dictionary<int, Cell> Coils() => new()
    {
        [0] = Bit(() => plant.FaultBits != 0),
        [3] = Bit(() => !_controller.Supervised && !_controller.DhwSupervised),
        [4] = Bit(() => _controller.Mode == CircuitMode.Manual),
        [7] = Bit(() => _controller.DhwMode == CircuitMode.Manual),
        [8] = Bit(() => _controller.Summer),
        [56] = Bit(() => plant.Pumping),
        [59] = Bit(() => plant.ChargeW > 0),
        [60] = Bit(() => plant.Presence > 0),
        [88] = new(() => _controller.Supervised ? (ushort)0 : (ushort)1, raw => SetLevel(raw)),
        [94] = new(() => _controller.DhwSupervised ? (ushort)0 : (ushort)1, raw => SetDhwLevel(raw)),
        [158] = new(() => _kept.GetValueOrDefault(-158), raw => _kept[-158] = raw),
        [999] = Bit(() => _controller.Mode == CircuitMode.Auto),
        [1000] = Bit(() => _controller.Regime is Regime.Comfort or Regime.PreComfort),
        [1001] = Bit(() => _controller.Regime == Regime.Reduced),
        [1006] = Bit(() => _controller.Summer),
        [1007] = Bit(() => _controller.Regime == Regime.Standby),
        [1008] = Bit(() => _controller.Frost),
    };

    private static Cell Fixed(int value) => new(() => (ushort)value);

    private static Cell Bit(Func<bool> value) => new(() => value() ? (ushort)1 : (ushort)0);

    private static Cell Celsius(Func<double> value) => new(() => Raw.Scaled(value(), 0.1, NoSensor));

    private static ushort Word(CircuitMode mode) => mode switch
    {
        CircuitMode.Standby => 2,
        CircuitMode.Manual => 3,
        CircuitMode.Day => 4,
        CircuitMode.Night => 5,
        _ => 1,
    };

    private static CircuitMode Mode(ushort word) => word switch
    {
        2 => CircuitMode.Standby,
        3 => CircuitMode.Manual,
        4 => CircuitMode.Day,
        _ => CircuitMode.Night,
    };

    private void Sensors(Dictionary<int, Cell> cells)
    {
        foreach (var missing in (int[])[10, 13, 14, 15, 17, 18, 20, 21])
        {
            cells[missing] = Fixed(NoSensor);
        }

        cells[9] = Celsius(() => plant.Readings.Outdoor);
        cells[12] = Celsius(() => plant.Readings.Flow);
        cells[16] = Celsius(() => plant.Readings.Return);
        cells[19] = Celsius(() => plant.Readings.Room);
        cells[22] = Celsius(() => plant.Readings.TankTop);
        cells[23] = Celsius(() => plant.Tank.BottomC);
    }

    private void Summer(Dictionary<int, Cell> cells)
    {
        cells[112] = Keep(112, 1506, 101, 3112);
        cells[113] = Keep(113, 1509, 101, 3112);
        cells[114] = Keep(114, 2, 1, 3);
        cells[115] = Keep(115, 1, 1, 3);
        cells[116] = Set(Setting.SummerLimit, 0, 300);
        cells[122] = Set(Setting.FrostLimit, -150, 30);
    }

    private void Circuit(Dictionary<int, Cell> cells)
    {
        cells[999] = Celsius(() => _controller.Demands.Heating ? _controller.Demands.FlowC : 5);
        cells[1000] = Set(Setting.FlowMax, 50, 1500);
        cells[1001] = Set(Setting.FlowMin, -50, 1500);
        cells[1002] = Set(Setting.RoomDay, 0, 400);
        cells[1003] = Set(Setting.RoomNight, 0, 400);
        cells[1004] = Celsius(() => _controller.RoomActive);
        cells[1005] = Set(Setting.Slope, 2, 32);
        cells[1006] = Set(Setting.Level, -300, 300);
        cells[1010] = Set(Setting.ReturnMax, 50, 900);
        cells[1041] = Keep(1041, 500, -50, 1300);
        cells[1042] = Keep(1042, 300, -50, 1300);
        cells[1062] = new(() => _controller.Demands.Heating ? Raw.Scaled(plant.Readings.Flow - _controller.Demands.FlowC, 0.1, 0) : (ushort)0);
        foreach (var other in (int[])[1199, 1200, 1201, 1202, 1203, 1204, 1210, 1399, 1400, 1401, 1402, 1403, 1404, 1410])
        {
            cells[other] = Fixed(NoSensor);
        }
    }

    private void HotWater(Dictionary<int, Cell> cells)
    {
        cells[1799] = Set(Setting.DhwDay, 200, 900);
        cells[1800] = Keep(1800, 650, 50, 900);
        cells[1801] = Keep(1801, 400, 50, 900);
        cells[1802] = Set(Setting.DhwHysteresis, 0, 300);
        cells[1803] = Set(Setting.DhwBoost, 0, 500);
        cells[1805] = Keep(1805, 800, 0, 900);
        cells[1806] = Set(Setting.DhwNight, 200, 900);
        cells[1807] = Celsius(() => _controller.DhwActive);
        cells[1826] = new(() => plant.ChargeW > 0 ? (ushort)4 : _controller.DhwRegime == Regime.Standby ? (ushort)0 : (ushort)1);
        cells[1827] = Keep(1827, 650, 50, 900);
        cells[1829] = Set(Setting.DisinfectionC, 600, 900);
        cells[1830] = new(
            () => (ushort)(_controller.Settings[Setting.DisinfectionDays] > 0 ? 1 + System.Numerics.BitOperations.TrailingZeroCount((int)_controller.Settings[Setting.DisinfectionDays]) : 0),
            raw => _controller.Settings[Setting.DisinfectionDays] = raw == 0 ? 0 : 1 << (raw - 1),
            0,
            7);
        cells[1831] = new(() => Clock(_controller.Settings[Setting.DisinfectionStart]), raw => SetStart(raw), 0, 2345);
        cells[1832] = new(
            () => Clock((_controller.Settings[Setting.DisinfectionStart] + _controller.Settings[Setting.DisinfectionMinutes]) % 1440),
            raw => _controller.Settings[Setting.DisinfectionMinutes] = (Minutes(raw) - _controller.Settings[Setting.DisinfectionStart] + 1440) % 1440,
            0,
            2345);
        cells[1838] = Keep(1838, 0, 0, 255);
    }

    private Cell Set(Setting setting, int min, int max) => new(
        () => Raw.Scaled(_controller.Settings[setting], 0.1, NoSensor),
        raw => _controller.Settings[setting] = Raw.Signed(raw, 0.1),
        min,
        max);

    private Cell Keep(int address, int factory, int min, int max)
    {
        _kept.TryAdd(address, unchecked((ushort)(short)factory));
        return new Cell(() => _kept[address], raw => _kept[address] = raw, min, max);
    }

    private void SetMode(ushort word)
    {
        // The controller decides unless its level coil says otherwise, and automatic is asked by that coil only.
        if (_controller.Supervised && word != 1 && !localMode())
        {
            _controller.Mode = Mode(word);
        }
    }

    private void SetDhw(ushort word)
    {
        if (_controller.DhwSupervised && word != 1 && !localMode())
        {
            _controller.DhwMode = Mode(word);
        }
    }

    private void SetLevel(ushort raw)
    {
        _controller.Supervised = raw == 0;
        _controller.Mode = _controller.Supervised ? _controller.Mode : CircuitMode.Auto;
    }

    private void SetDhwLevel(ushort raw)
    {
        _controller.DhwSupervised = raw == 0;
        _controller.DhwMode = _controller.DhwSupervised ? _controller.DhwMode : CircuitMode.Auto;
    }

    private static ushort Clock(double minutes) => (ushort)(((int)minutes / 60 * 100) + ((int)minutes % 60));

    private static int Minutes(ushort clock) => (clock / 100 * 60) + (clock % 100);

    private void SetStart(ushort clock)
    {
        _controller.Settings[Setting.DisinfectionStart] = Minutes(clock);
    }
}
