namespace Telemetry.Dashboard.Accounts;

/// <summary>What became of an attempt to sign in.</summary>
/// <param name="Account">Who signed in; null when nobody did.</param>
/// <param name="Wait">How long before another attempt is looked at; zero when at once.</param>
/// <param name="Known">The account the attempt was about; null when there is none of that name, for people also type passwords there.</param>
internal sealed record SignInOutcome(Account? Account, TimeSpan Wait, Account? Known)
{
    /// <summary>The proof was right, but the account's time is over.</summary>
    public bool Ended { get; init; }
}
