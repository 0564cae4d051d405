namespace Telemetry.Analytics.Alarms.OnCall;

/// <summary>Browsers that asked to be told.</summary>
public interface ISubscriptions
{
    /// <summary>Those of one account.</summary>
    IReadOnlyList<Subscription> Of(string account);

    /// <summary>Adds one, or gives it to another account: a browser has one owner at a time.</summary>
    void Put(Subscription subscription);

    /// <summary>Takes one out.</summary>
    void Remove(string endpoint);
}
