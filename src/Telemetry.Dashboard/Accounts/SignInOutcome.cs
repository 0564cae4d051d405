namespace Telemetry.Dashboard.Accounts;

/// <summary>What became of an attempt to sign in.</summary>
/// <param name="Account">Who signed in; null when nobody did.</param>
/// <param name="Wait">How long before another attempt is looked at; zero when at once.</param>
internal sealed record SignInOutcome(Account? Account, TimeSpan Wait);
