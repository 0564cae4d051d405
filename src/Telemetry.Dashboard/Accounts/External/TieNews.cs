namespace Telemetry.Dashboard.Accounts.External;

/// <summary>An identity tied to an account, as its owner is told until they answer.</summary>
/// <param name="Owner">Name of the account.</param>
/// <param name="Label">How the provider calls the identity.</param>
/// <param name="By">Who tied it.</param>
/// <param name="At">When, UTC.</param>
internal sealed record TieNews(string Owner, string Label, string By, DateTimeOffset At);
