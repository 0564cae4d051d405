namespace Telemetry.Dashboard.Accounts;

/// <summary>A person who may sign in.</summary>
internal sealed class Account
{
    public const int LongestName = 64;

    public int Id { get; init; }

    /// <summary>Name typed at sign-in and shown to colleagues, lower case, unique.</summary>
    public required string Name { get; init; }

    public required Role Role { get; init; }

    /// <summary>As ASP.NET Core Identity's hasher writes it.</summary>
    public string PasswordHash { get; set; } = "";

    /// <summary>Changes when every open session of the account must end.</summary>
    public required string Stamp { get; set; }

    public bool Disabled { get; set; }

    /// <summary>Wrong passwords since the last right one.</summary>
    public int Failures { get; set; }

    /// <summary>No attempt is looked at before this instant, Unix seconds of the real clock.</summary>
    public long LockedUntil { get; set; }
}
