namespace Telemetry.Dashboard.Accounts.Factors;

/// <summary>A code for the day the phone is lost, good once.</summary>
internal sealed class RecoveryCode
{
    public int Id { get; init; }

    public int AccountId { get; init; }

    /// <summary>SHA-256 of the code, which carries 123 random bits.</summary>
    public required string Hash { get; init; }
}
