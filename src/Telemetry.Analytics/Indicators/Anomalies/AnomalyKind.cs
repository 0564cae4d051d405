namespace Telemetry.Analytics.Indicators.Anomalies;

/// <summary>What is wrong.</summary>
public enum AnomalyKind
{
    /// <summary>Heating on days on which the building does not open.</summary>
    HeatingWhileClosed,

    /// <summary>The base load rose and stayed up.</summary>
    BaseLoadStep,

    /// <summary>Water or gas flows through the night.</summary>
    NightFlow,

    /// <summary>The peak passes the subscribed power.</summary>
    SubscribedPowerTooSmall,

    /// <summary>A year's peak stays far under the subscribed power.</summary>
    SubscribedPowerTooLarge,

    /// <summary>Heated and cooled in the same hour.</summary>
    HeatingAndCooling,

    /// <summary>Hours unlike the same hour of the weeks before.</summary>
    UnusualHours,

    /// <summary>A lasting departure from the baseline.</summary>
    Drift,

    /// <summary>No reading.</summary>
    MissingData,
}
