using Microsoft.AspNetCore.Identity;

namespace Telemetry.Dashboard.Accounts.Passkeys;

/// <summary>A passkey of an account, as WebAuthn tells it.</summary>
internal sealed class Passkey
{
    public int Id { get; init; }

    public int AccountId { get; init; }

    /// <summary>What its owner calls it.</summary>
    public string Name { get; set; } = "";

    public required byte[] CredentialId { get; init; }

    public required byte[] PublicKey { get; init; }

    /// <summary>Unix seconds.</summary>
    public long CreatedAt { get; init; }

    public long SignCount { get; set; }

    /// <summary>Ways to reach it, separated by spaces.</summary>
    public string Transports { get; init; } = "";

    public bool UserVerified { get; set; }

    public bool BackupEligible { get; init; }

    public bool BackedUp { get; set; }

    public required byte[] Attestation { get; init; }

    public required byte[] ClientData { get; init; }

    public static Passkey From(UserPasskeyInfo info, int account) => new()
    {
        AccountId = account,
        Name = info.Name ?? "",
        CredentialId = info.CredentialId,
        PublicKey = info.PublicKey,
        CreatedAt = info.CreatedAt.ToUnixTimeSeconds(),
        SignCount = info.SignCount,
        Transports = string.Join(' ', info.Transports ?? []),
        UserVerified = info.IsUserVerified,
        BackupEligible = info.IsBackupEligible,
        BackedUp = info.IsBackedUp,
        Attestation = info.AttestationObject,
        ClientData = info.ClientDataJson,
    };

    public UserPasskeyInfo ToInfo() => new(
        CredentialId, PublicKey, DateTimeOffset.FromUnixTimeSeconds(CreatedAt), (uint)SignCount, Transports.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        UserVerified, BackupEligible, BackedUp, Attestation, ClientData) { Name = Name };
}
