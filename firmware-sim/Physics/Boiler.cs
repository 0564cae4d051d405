namespace FirmwareSim.Physics;

/// <summary>A gas boiler: water and iron as one capacity, and the state machine of its burner.</summary>
internal sealed class Boiler(BuildingData data, double startC)
{
    /// <summary>A burner that stopped stays off this long, s.</summary>
    internal const double LeastStop = 300;

    /// <summary>A burner that started runs this long unless the limiter trips, s.</summary>
    internal const double LeastRun = 120;

    private const double RoomC = 18;
    private const double TripC = 95;
    private const double Below = 4;
    private const double Above = 5;
    private const double Nominal = 0.87;

    private double _inPhase = 3600;
    private double _sinceStop = 3600;
    private double _sinceStart;

    /// <summary>Water, °C.</summary>
    internal double WaterC { get; set; } = startC;

    /// <summary>What the burner does.</summary>
    internal BurnerPhase Phase { get; private set; }

    /// <summary>Firing rate: 0, or from the lowest modulation to 1.</summary>
    internal double Firing { get; private set; }

    /// <summary>Starts since the simulator was born.</summary>
    internal long Starts { get; private set; }

    /// <summary>Gas burnt in the last step, W of gross calorific value.</summary>
    internal double FuelW { get; private set; }

    /// <summary>Heat the flame gave the water in the last step, W.</summary>
    internal double UsefulW { get; private set; }

    /// <summary>Heat lost by the casing in the last step, W.</summary>
    internal double StandbyW { get; private set; }

    /// <summary>Heat capacity, J/K: 1.5 L of water and 1.5 kg of metal per kW.</summary>
    internal double Capacity { get; } = data.BoilerPower / 1000 * ((1.5 * 4186) + (1.5 * 500));

    /// <summary>True when there is a flame.</summary>
    internal bool Lit => Phase is BurnerPhase.LowFire or BurnerPhase.Modulating;

    /// <summary>One step.</summary>
    /// <param name="seconds">Length of the step.</param>
    /// <param name="demandC">Wanted water temperature; NaN when nobody wants heat.</param>
    /// <param name="returnC">Water that comes back.</param>
    /// <param name="drawnW">Heat taken by circuits and tank.</param>
    /// <param name="locked">The burner is locked out: no flame whatever the demand.</param>
    internal void Step(double seconds, double demandC, double returnC, double drawnW, bool locked)
    {
        Follow(seconds, demandC, locked);
        Firing = Phase switch
        {
            BurnerPhase.LowFire => data.BoilerMinimum,
            BurnerPhase.Modulating => Math.Clamp((demandC + Above - WaterC) / 10, data.BoilerMinimum, 1),
            _ => 0,
        };
        if (double.IsNaN(Firing))
        {
            Firing = data.BoilerMinimum;
        }

        FuelW = Firing * data.BoilerPower / Nominal;
        UsefulW = FuelW * (data.Condensing ? Efficiency.Condensing(returnC, Firing) : Efficiency.Old(Firing));
        StandbyW = (data.Condensing ? 0.004 : 0.02) * data.BoilerPower / 50 * (WaterC - RoomC);
        WaterC += seconds * (UsefulW - StandbyW - drawnW) / Capacity;
    }

    /// <summary>Everything that must survive a restart.</summary>
    internal double[] Remember() => [WaterC, (int)Phase, Firing, Starts, _inPhase, _sinceStop, _sinceStart];

    /// <summary>Takes back what <see cref="Remember"/> gave.</summary>
    internal void Recall(double[] memory)
    {
        if (memory.Length == 7)
        {
            (WaterC, Phase, Firing, Starts) = (memory[0], (BurnerPhase)(int)memory[1], memory[2], (long)memory[3]);
            (_inPhase, _sinceStop, _sinceStart) = (memory[4], memory[5], memory[6]);
        }
    }

    private void Follow(double seconds, double demandC, bool locked)
    {
        _inPhase += seconds;
        _sinceStop += seconds;
        _sinceStart += seconds;
        var wanted = !locked && WaterC < demandC - Below;
        var enough = double.IsNaN(demandC) || WaterC > demandC + Above;
        switch (Phase)
        {
            case BurnerPhase.Off when wanted && _sinceStop >= LeastStop:
                Enter(BurnerPhase.PrePurge);
                break;
            case BurnerPhase.PrePurge when locked:
                Enter(BurnerPhase.Off);
                break;
            case BurnerPhase.PrePurge when _inPhase >= 30:
                Starts++;
                _sinceStart = 0;
                Enter(BurnerPhase.LowFire);
                break;
            case BurnerPhase.LowFire or BurnerPhase.Modulating when locked || WaterC > TripC || (enough && _sinceStart >= LeastRun):
                _sinceStop = 0;
                Enter(BurnerPhase.PostPurge);
                break;
            case BurnerPhase.LowFire when _inPhase >= 60:
                Enter(BurnerPhase.Modulating);
                break;
            case BurnerPhase.PostPurge when _inPhase >= 30:
                Enter(BurnerPhase.Off);
                break;
            default:
                break;
        }
    }

    private void Enter(BurnerPhase phase) => (Phase, _inPhase) = (phase, 0);
}
