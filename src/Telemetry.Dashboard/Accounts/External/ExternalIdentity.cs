namespace Telemetry.Dashboard.Accounts.External;

/// <summary>Somebody as an identity provider knows them. It opens nothing until an administrator ties it to an account and the account's owner accepts it.</summary>
internal sealed class ExternalIdentity
{
    public int Id { get; init; }

    public required string Issuer { get; init; }

    /// <summary>The provider's name for the person; where the provider speaks for others, with the other's id before it.</summary>
    public required string Subject { get; init; }

    /// <summary>How the provider calls them, so that the administrator recognises them.</summary>
    public string Label { get; set; } = "";

    /// <summary>The account it opens; null while it waits.</summary>
    public int? AccountId { get; set; }

    /// <summary>When it last came, Unix seconds of the real clock.</summary>
    public long SeenAt { get; set; }

    /// <summary>The account that had a session open in the browser it once came in; null when there was none. Whoever that was does not tie it to somebody else.</summary>
    public int? SeenWith { get; set; }

    /// <summary>When it was tied, Unix seconds of the real clock; 0 while it waits.</summary>
    public long TiedAt { get; set; }

    /// <summary>Name of the account that tied it; empty while it waits.</summary>
    public string TiedBy { get; set; } = "";

    /// <summary>When the account's owner accepted it, Unix seconds of the real clock; 0 before.</summary>
    public long AcceptedAt { get; set; }
}
