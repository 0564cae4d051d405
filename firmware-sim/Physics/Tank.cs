namespace FirmwareSim.Physics;

/// <summary>A hot-water tank of two layers, charged through a coil.</summary>
internal sealed class Tank(double litres, double startC)
{
    private const double WaterHeat = 4186;
    private const double ToTop = 0.6;
    private const double RoomC = 18;

    // 3CL: losses of 67 662 · V^0.55 Wh a year, for 40 K above the room.
    private readonly double _loss = 67_662 * Math.Pow(litres, 0.55) / 8760 / 40;
    private readonly double _capacity = litres * WaterHeat;
    private readonly double _coil = 40 * litres;

    /// <summary>Upper layer, °C.</summary>
    internal double TopC { get; set; } = startC;

    /// <summary>Lower layer, °C.</summary>
    internal double BottomC { get; set; } = startC - 6;

    /// <summary>Mean of the two layers, °C.</summary>
    internal double MeanC => (TopC + BottomC) / 2;

    /// <summary>Heat capacity of both layers, J/K.</summary>
    internal double Capacity => _capacity;

    /// <summary>Heat the coil would take from boiler water, W.</summary>
    internal double ChargeW(double boilerC) => Math.Clamp(_coil * (boilerC - MeanC), 0, 60 * litres);

    /// <summary>One step; heat drawn by taps is returned for the books, W.</summary>
    /// <param name="seconds">Length of the step.</param>
    /// <param name="chargeW">Heat from the boiler.</param>
    /// <param name="drawKgPerS">Hot water drawn.</param>
    /// <param name="coldC">Cold water entering.</param>
    /// <param name="loopW">Loss of the recirculation loop.</param>
    /// <returns>Heat lost by the casing and heat drawn, W.</returns>
    internal (double Lost, double Drawn) Step(double seconds, double chargeW, double drawKgPerS, double coldC, double loopW)
    {
        var stream = drawKgPerS * WaterHeat;
        var (lostTop, lostBottom) = (_loss / 2 * (TopC - RoomC), _loss / 2 * (BottomC - RoomC));
        var drawn = stream * (TopC - coldC);
        var top = (chargeW * ToTop) - (stream * (TopC - BottomC)) - lostTop - loopW;
        var bottom = (chargeW * (1 - ToTop)) + (stream * (coldC - BottomC)) - lostBottom;
        TopC += seconds * top / (_capacity / 2);
        BottomC += seconds * bottom / (_capacity / 2);
        if (BottomC > TopC)
        {
            TopC = BottomC = MeanC;
        }

        return (lostTop + lostBottom + loopW, drawn);
    }
}
