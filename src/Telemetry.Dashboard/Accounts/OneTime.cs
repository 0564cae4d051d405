using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Telemetry.Dashboard.Accounts;

/// <summary>Small secrets that a form carries to its next step: sealed, short-lived, good once.</summary>
internal sealed class OneTime(IDataProtectionProvider protection, RealClock clock)
{
    private readonly IDataProtector _protector = protection.CreateProtector("one-time");
    private readonly ConcurrentDictionary<string, long> _used = new(StringComparer.Ordinal);

    /// <summary>Seals a text for a purpose.</summary>
    public string Seal(string purpose, string text, TimeSpan life)
    {
        var id = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        return _protector.CreateProtector(purpose).Protect(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{id}|{clock.Now + (long)life.TotalSeconds}|{text}"));
    }

    /// <summary>Opens what was sealed for the purpose; null when it is forged, too old, or was opened before.</summary>
    public string? Open(string purpose, string? token)
    {
        try
        {
            var words = _protector.CreateProtector(purpose).Unprotect(token ?? "").Split('|', 3);
            var (id, until) = (words[0], long.Parse(words[1], System.Globalization.CultureInfo.InvariantCulture));
            if (until <= clock.Now || !_used.TryAdd(id, until))
            {
                return null;
            }

            foreach (var (old, _) in _used.Where(one => one.Value <= clock.Now))
            {
                _used.TryRemove(old, out _);
            }

            return words[2];
        }
        catch (Exception wrong) when (wrong is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
