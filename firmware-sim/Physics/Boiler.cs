namespace FirmwareSim.Physics;

/// <summary>The gas boilers of a boiler room on one header: water and iron as one capacity, and a burner each.</summary>
internal sealed class Boiler(BuildingData data, double startC)
{
    /// <summary>A burner that stopped stays off this long, s.</summary>
    internal const double LeastStop = 300;

    /// <summary>A burner that started runs this long unless the limiter trips, s.</summary>
    internal const double LeastRun = 120;

    private const double RoomC = 18;
    private const double Nominal = 0.87;
    private const int Words = 7;

    private readonly Burner[] _burners = [.. Enumerable.Range(0, data.Boilers).Select(_ => new Burner(data.BoilerMinimum))];
    private readonly BurnerSequence _sequence = new(data.Boilers);

    /// <summary>Water, °C.</summary>
    internal double WaterC { get; set; } = startC;

    /// <summary>The burner of each boiler, the one that leads first.</summary>
    internal IReadOnlyList<Burner> Burners => _burners;

    /// <summary>Starts of all burners since the simulator was born.</summary>
    internal long Starts => _burners.Sum(burner => burner.Starts);

    /// <summary>Gas burnt in the last step, W of gross calorific value.</summary>
    internal double FuelW { get; private set; }

    /// <summary>Heat the flames gave the water in the last step, W.</summary>
    internal double UsefulW { get; private set; }

    /// <summary>Heat lost by the casings in the last step, W.</summary>
    internal double StandbyW { get; private set; }

    /// <summary>Heat capacity, J/K: 1.5 L of water and 1.5 kg of metal per kW.</summary>
    internal double Capacity { get; } = data.BoilerPower / 1000 * ((1.5 * 4186) + (1.5 * 500));

    /// <summary>True when there is a flame.</summary>
    internal bool Lit => _burners.Any(burner => burner.Lit);

    /// <summary>One step.</summary>
    /// <param name="seconds">Length of the step.</param>
    /// <param name="demandC">Wanted water temperature; NaN when nobody wants heat.</param>
    /// <param name="returnC">Water that comes back.</param>
    /// <param name="drawnW">Heat taken by circuits and tank.</param>
    /// <param name="locked">The burners are locked out: no flame whatever the demand.</param>
    internal void Step(double seconds, double demandC, double returnC, double drawnW, bool locked)
    {
        (FuelW, UsefulW) = (0, 0);
        for (var place = 0; place < _burners.Length; place++)
        {
            var burner = _burners[place];
            burner.Step(seconds, demandC, WaterC, place < _sequence.Released, locked);
            var fuel = burner.Firing * data.BoilerPower / _burners.Length / Nominal;
            FuelW += fuel;
            UsefulW += fuel * (data.Condensing ? Efficiency.Condensing(returnC, burner.Firing) : Efficiency.Old(burner.Firing));
        }

        _sequence.Step(seconds, _burners.Sum(burner => burner.Firing));
        StandbyW = (data.Condensing ? 0.004 : 0.02) * data.BoilerPower / 50 * (WaterC - RoomC);
        WaterC += seconds * (UsefulW - StandbyW - drawnW) / Capacity;
    }

    /// <summary>Everything that must survive a restart.</summary>
    internal double[] Remember() => [WaterC, .. _sequence.Remember(), .. _burners.SelectMany(burner => burner.Remember())];

    /// <summary>Takes back what <see cref="Remember"/> gave.</summary>
    internal void Recall(double[] memory)
    {
        if (memory.Length == 4 + (Words * _burners.Length))
        {
            WaterC = memory[0];
            _sequence.Recall(memory[1..4]);
            for (var place = 0; place < _burners.Length; place++)
            {
                _burners[place].Recall(memory[(4 + (Words * place))..(4 + (Words * (place + 1)))]);
            }
        }
    }
}
