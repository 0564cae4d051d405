using Telemetry.Model.Energy;
using Telemetry.Model.Measures;

namespace Telemetry.Model.Sites;

/// <summary>One thing measured, set or commanded on a piece of equipment.</summary>
public sealed record Point
{
    /// <summary>Its name everywhere.</summary>
    public required PointId Id { get; init; }

    /// <summary>What kind of physical thing it is.</summary>
    public required Quantity Quantity { get; init; }

    /// <summary>Unit of its values, as printed: <c>°C</c>, <c>W</c>, <c>kWh</c>, <c>m³</c>; empty for states.</summary>
    public required string Unit { get; init; }

    /// <summary>Measured, set or commanded.</summary>
    public PointFunction Function { get; init; } = PointFunction.Sensor;

    /// <summary>A value of the moment, or a register that counts up.</summary>
    public Accumulation Accumulation { get; init; } = Accumulation.Instant;

    /// <summary>What an energy or volume register counts; <see cref="Carrier.None"/> for everything else.</summary>
    public Carrier Carrier { get; init; } = Carrier.None;

    /// <summary>Whether the register is the building's own supply or a part of it.</summary>
    public MeterRole MeterRole { get; init; } = MeterRole.None;

    /// <summary>What the energy is used for.</summary>
    public EndUse EndUse { get; init; } = EndUse.All;

    /// <summary>kWh for one unit of the register (gas: kWh PCS per m³, from the bill); 1 for kWh registers.</summary>
    public double KWhPerUnit { get; init; } = 1;

    /// <summary>Bounds of a writable point; null when it cannot be written.</summary>
    public Bounds? Bounds { get; init; }

    /// <summary>Longest time between two values while all is well.</summary>
    public TimeSpan Heartbeat { get; init; } = TimeSpan.FromMinutes(1);
}
