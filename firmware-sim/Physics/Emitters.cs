namespace FirmwareSim.Physics;

/// <summary>All radiators, unit heaters or floor loops of a building as one emitter of three segments in series.</summary>
internal sealed class Emitters
{
    private readonly BuildingData _data;
    private readonly double _conductance;
    private readonly double[] _segments;

    internal Emitters(BuildingData data, double startC)
    {
        _data = data;
        _segments = [startC, startC, startC];
        var meanDifference = ((data.DesignFlow + data.DesignReturn) / 2) - data.Comfort;
        _conductance = data.EmitterPower / Math.Pow(meanDifference, data.Exponent);
        Flow = data.EmitterPower / (data.DesignFlow - data.DesignReturn);
    }

    /// <summary>Heat capacity rate of the circuit when its pump runs, W/K.</summary>
    internal double Flow { get; }

    /// <summary>Temperatures from flow to return, °C.</summary>
    internal Span<double> Segments => _segments;

    /// <summary>Water that leaves, °C.</summary>
    internal double ReturnC => _segments[2];

    /// <summary>One explicit step; a still circuit (<paramref name="running"/> false) cools into the room.</summary>
    /// <returns>Heat given to the building, W.</returns>
    internal double Step(double seconds, bool running, double flowC, double roomC)
    {
        var (given, before) = (0.0, flowC);
        var rate = running ? Flow : 0;
        for (var i = 0; i < _segments.Length; i++)
        {
            var difference = Math.Max(0, _segments[i] - roomC);
            var heat = _conductance / 3 * (_data.Exponent == 1 ? difference : Math.Pow(difference, _data.Exponent));
            var entering = before;
            before = _segments[i];
            _segments[i] += seconds * ((rate * (entering - _segments[i])) - heat) / (_data.EmitterCapacity / 3);
            given += heat;
        }

        return given;
    }
}
