namespace Telemetry.Analytics.Indicators.Baseline;

/// <summary>Step of the data a saving was worked out from: it decides the polynomial of the uncertainty.</summary>
public enum SavingsStep
{
    /// <summary>Hours: constant 1.26 (ASHRAE Guideline 14).</summary>
    Hourly,

    /// <summary>Days.</summary>
    Daily,

    /// <summary>Billing periods.</summary>
    Billing,
}
