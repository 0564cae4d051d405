namespace Telemetry.Analytics.Indicators.Climate;

/// <summary>How degree days are counted: the methods differ by up to a fifth in a mild month and never meet in one ratio.</summary>
public enum DegreeDayMethod
{
    /// <summary>Base − (Tn + Tx) / 2, at least 0: the « météo » method.</summary>
    Mean,

    /// <summary>The « professional » method of COSTIC: also counts a day whose mean reaches the base but whose night does not.</summary>
    Professional,

    /// <summary>Integral of the hours below the base ÷ 24: the best where hourly temperatures exist.</summary>
    Hourly,
}
