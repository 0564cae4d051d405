namespace Telemetry.Gateway.Control.Heating;

/// <summary>How a legionella run ended. The number travels as a point: never renumber.</summary>
internal enum HotWaterRunEnd
{
    /// <summary>None is over yet.</summary>
    None = 0,

    /// <summary>Every sensor held the aim for its time.</summary>
    Met = 1,

    /// <summary>One of them did not within four hours.</summary>
    NotMet = 2,

    /// <summary>No sensor said anything.</summary>
    NotMeasured = 3,
}
