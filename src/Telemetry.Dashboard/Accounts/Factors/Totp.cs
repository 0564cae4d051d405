using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Telemetry.Dashboard.Accounts.Factors;

/// <summary>Codes of a generator: RFC 6238 with SHA-1, 30 s, 6 digits, which every generator knows. Pure.</summary>
internal static class Totp
{
    public const int StepSeconds = 30;

    /// <summary>Length of a secret, bytes: that of the hash (RFC 4226 §4).</summary>
    public const int SecretLength = 20;

    private const int Digits = 6;

    /// <summary>The code of a time step.</summary>
    public static string Code(ReadOnlySpan<byte> secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // RFC 6238's own hash: HMAC does not need collision resistance, and generators know no other.
        HMACSHA1.HashData(secret, counter, hash);
#pragma warning restore CA5350
        var offset = hash[^1] & 15;
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[offset..]) & 0x7fffffff;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The step whose code this is, among the present one and its neighbours, later than the last accepted; null when none is.</summary>
    /// <param name="secret">The secret.</param>
    /// <param name="code">Six digits.</param>
    /// <param name="now">Seconds since 1970.</param>
    /// <param name="last">The last step accepted: a code is good once.</param>
    public static long? StepOf(ReadOnlySpan<byte> secret, string code, long now, long last)
    {
        if (code.Length != Digits)
        {
            return null;
        }

        long? found = null;
        for (var step = (now / StepSeconds) - 1; step <= (now / StepSeconds) + 1; step++)
        {
            var same = CryptographicOperations.FixedTimeEquals(System.Text.Encoding.ASCII.GetBytes(Code(secret, step)), System.Text.Encoding.ASCII.GetBytes(code));
            found = same && step > last ? step : found;
        }

        return found;
    }

    /// <summary>The address a generator reads from the picture.</summary>
    public static string Address(ReadOnlySpan<byte> secret, string issuer, string account) =>
        $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(account)}?secret={Base32.Encode(secret)}&issuer={Uri.EscapeDataString(issuer)}";
}
