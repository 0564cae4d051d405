namespace FirmwareSim.Physics;

/// <summary>A burner and the state machine of its flame.</summary>
/// <param name="minimum">Lowest modulation, share of nominal.</param>
internal sealed class Burner(double minimum)
{
    /// <summary>Share of nominal from which a burner is at its full.</summary>
    internal const double Full = 0.9;

    private const double TripC = 95;
    private const double Below = 4;
    private const double Above = 5;

    private double _inPhase = 3600;
    private double _sinceStop = 3600;
    private double _sinceStart;
    private double _burnt;

    /// <summary>What it does.</summary>
    internal BurnerPhase Phase { get; private set; }

    /// <summary>Firing rate: 0, or from the lowest modulation to 1.</summary>
    internal double Firing { get; private set; }

    /// <summary>Starts since the simulator was born.</summary>
    internal long Starts { get; private set; }

    /// <summary>Hours with a flame since the simulator was born.</summary>
    internal double Hours => _burnt / 3600;

    /// <summary>True when there is a flame.</summary>
    internal bool Lit => Phase is BurnerPhase.LowFire or BurnerPhase.Modulating;

    /// <summary>One step.</summary>
    /// <param name="seconds">Length of the step.</param>
    /// <param name="demandC">Wanted water temperature; NaN when nobody wants heat.</param>
    /// <param name="waterC">Water of the boilers.</param>
    /// <param name="released">The sequence lets it burn.</param>
    /// <param name="locked">Locked out: no flame whatever the demand.</param>
    internal void Step(double seconds, double demandC, double waterC, bool released, bool locked)
    {
        Follow(seconds, demandC, waterC, released, locked);
        Firing = Phase switch
        {
            BurnerPhase.LowFire => minimum,
            BurnerPhase.Modulating => Math.Clamp((demandC + Above - waterC) / 10, minimum, 1),
            _ => 0,
        };
        if (double.IsNaN(Firing))
        {
            Firing = minimum;
        }

        _burnt += Lit ? seconds : 0;
    }

    /// <summary>Everything that must survive a restart.</summary>
    internal double[] Remember() => [(int)Phase, Firing, Starts, _burnt, _inPhase, _sinceStop, _sinceStart];

    /// <summary>Takes back what <see cref="Remember"/> gave.</summary>
    internal void Recall(double[] memory)
    {
        if (memory.Length == 7)
        {
            (Phase, Firing, Starts, _burnt) = ((BurnerPhase)(int)memory[0], memory[1], (long)memory[2], memory[3]);
            (_inPhase, _sinceStop, _sinceStart) = (memory[4], memory[5], memory[6]);
        }
    }

    private void Follow(double seconds, double demandC, double waterC, bool released, bool locked)
    {
        _inPhase += seconds;
        _sinceStop += seconds;
        _sinceStart += seconds;
        var wanted = released && !locked && waterC < demandC - Below;
        var enough = !released || double.IsNaN(demandC) || waterC > demandC + Above;
        switch (Phase)
        {
            case BurnerPhase.Off when wanted && _sinceStop >= Boiler.LeastStop:
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
            case BurnerPhase.LowFire or BurnerPhase.Modulating when locked || waterC > TripC || (enough && _sinceStart >= Boiler.LeastRun):
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
