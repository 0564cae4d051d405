namespace Telemetry.Dashboard.Accounts;

/// <summary>A person who may sign in. Instants are Unix seconds of the real clock; 0 for none.</summary>
internal sealed class Account
{
    public const int LongestName = 64;

    public int Id { get; init; }

    /// <summary>Name typed at sign-in and shown to colleagues, lower case, unique.</summary>
    public required string Name { get; init; }

    public required Role Role { get; set; }

    /// <summary>As ASP.NET Core Identity's hasher writes it; empty for an account without a password.</summary>
    public string PasswordHash { get; set; } = "";

    /// <summary>Opaque name of the account, the only one its passkeys carry.</summary>
    public required string Stamp { get; set; }

    public bool Disabled { get; set; }

    /// <summary>Wrong passwords and codes since a session last opened, or an administrator gave a password.</summary>
    public int Failures { get; set; }

    /// <summary>No attempt is looked at before this instant.</summary>
    public long LockedUntil { get; set; }

    /// <summary>Ids of the buildings it may see and steer, separated by spaces; empty for all.</summary>
    public string Sites { get; set; } = "";

    /// <summary>The account is dead from this instant on.</summary>
    public long ExpiresAt { get; set; }

    /// <summary>Somebody else knows the password: nothing is opened before it is changed.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>Secret of the code generator, encrypted; empty without one.</summary>
    public string TotpSecret { get; set; } = "";

    /// <summary>Time step of the last code accepted: neither it nor an older one is accepted again.</summary>
    public long TotpStep { get; set; }

    /// <summary>When a break-glass account was first used since it was sealed.</summary>
    public long UnsealedAt { get; set; }

    /// <summary>The buildings, one by one; empty for all.</summary>
    public IReadOnlyList<string> SiteList => Sites.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether it may be used at all.</summary>
    public bool IsOpen(long now) => !Disabled && (ExpiresAt == 0 || ExpiresAt > now);
}
