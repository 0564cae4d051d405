namespace Telemetry.Dashboard.Accounts;

/// <summary>An account to make.</summary>
internal sealed record NewAccount(string Name, Role Role, string Password)
{
    /// <summary>Ids of its buildings; empty for all.</summary>
    public IReadOnlyList<string> Sites { get; init; } = [];

    /// <summary>Its end, Unix seconds; 0 for none.</summary>
    public long ExpiresAt { get; init; }

    /// <summary>Whether its owner must choose another password first.</summary>
    public bool MustChangePassword { get; init; }
}
