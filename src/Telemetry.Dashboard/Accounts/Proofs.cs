namespace Telemetry.Dashboard.Accounts;

/// <summary>Ways to prove who one is, as sessions and the journal name them.</summary>
internal static class Proofs
{
    public const string Password = "password";
    public const string Code = "password and code";
    public const string Recovery = "password and recovery code";
    public const string Passkey = "passkey";
    public const string External = "external identity";
    public const string ExternalStrong = "external identity, two factors";

    /// <summary>Whether two factors stood behind it.</summary>
    public static bool IsStrong(string method) => method is Code or Recovery or Passkey or ExternalStrong;
}
