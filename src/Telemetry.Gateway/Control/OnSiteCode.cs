using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Telemetry.Gateway.Control;

/// <summary>The one-time code that a gateway shows on site and nowhere else: proof that somebody stands there (interlock S22).</summary>
/// <remarks>
/// Six digits and five tries: one chance in 200 000 before another is shown, and orders come ten a minute at most. It never leaves the machine: it is on its status page,
/// which answers on loopback only, and on its disk.
/// </remarks>
internal static class OnSiteCode
{
    /// <summary>Wrong tries after which another code is shown.</summary>
    internal const int MostTries = 5;

    private const int Length = 6;

    /// <summary>A new code.</summary>
    internal static string New() => RandomNumberGenerator.GetInt32(0, 1_000_000).ToString("000000", CultureInfo.InvariantCulture);

    /// <summary>Whether a code is one at all.</summary>
    internal static bool IsOne(string code) => code.Length == Length && code.All(char.IsAsciiDigit);

    /// <summary>Whether what was typed is the code shown; takes as long whatever differs.</summary>
    internal static bool Opens(string shown, string typed) =>
        IsOne(shown) && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(shown), Encoding.UTF8.GetBytes(typed.Trim()));
}
