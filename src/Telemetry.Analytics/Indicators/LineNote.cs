namespace Telemetry.Analytics.Indicators;

/// <summary>What must be said beside a line.</summary>
public enum LineNote
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The factor is of an earlier year: the newest there is.</summary>
    OlderFactor,

    /// <summary>The meter gives no active power: this is the mean of its register over the last minutes.</summary>
    MeanOfRegister,

    /// <summary>Only a part of the perimeter is metered.</summary>
    PartialPerimeter,

    /// <summary>A national mean stands for the network's own value.</summary>
    NationalMean,

    /// <summary>The factor holds upstream and losses, which its source does not give apart.</summary>
    UpstreamNotApart,

    /// <summary>An estimate, not a certification.</summary>
    Estimate,

    /// <summary>Split between two years in proportion to time.</summary>
    SplitByTime,
}
