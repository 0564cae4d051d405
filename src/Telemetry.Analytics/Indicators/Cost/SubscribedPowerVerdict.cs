namespace Telemetry.Analytics.Indicators.Cost;

/// <summary>The year's peak against what is subscribed.</summary>
public enum SubscribedPowerVerdict
{
    /// <summary>Between 70 and 110 % of it.</summary>
    Fits,

    /// <summary>The peak is over 110 %: excess is billed.</summary>
    TooSmall,

    /// <summary>The peak is under 70 %: too much is paid for.</summary>
    TooLarge,

    /// <summary>Nothing can be said: no peak, too little measured, no subscription.</summary>
    Unknown,
}
