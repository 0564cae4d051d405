using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Telemetry.Dashboard.Journal;

/// <summary>What ties each line to the one before it. Pure.</summary>
/// <remarks>
/// The canonical form of a line is the hash of the line before (64 hexadecimal digits, lower case), then its fields in the order below, each
/// written as a netstring: the length of its UTF-8 bytes in decimal, a colon, the bytes, a comma. Instants are milliseconds since 1970 in decimal.
/// <code>
/// number recorded at who role channel action object site before asked readBack reason rules outcome reference
/// </code>
/// The line's hash is the SHA-256 of that form. Before the first line stands <see cref="Genesis"/>, the SHA-256 of <see cref="GenesisText"/>.
/// Two different lines can have no common form, for lengths come first. Anybody can check an export with twenty lines of any language.
/// </remarks>
internal static class JournalChain
{
    public const string GenesisText = "Telemetry journal, form 1";

    /// <summary>What the first line calls the line before it.</summary>
    public static readonly string Genesis = Hex(SHA256.HashData(Encoding.UTF8.GetBytes(GenesisText)));

    /// <summary>The hash a line must have.</summary>
    public static string HashOf(JournalLine line)
    {
        using var form = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        form.AppendData(Encoding.UTF8.GetBytes(line.Previous));
        foreach (var field in Fields(line))
        {
            var bytes = Encoding.UTF8.GetBytes(field);
            form.AppendData(Encoding.UTF8.GetBytes(bytes.Length.ToString(CultureInfo.InvariantCulture) + ":"));
            form.AppendData(bytes);
            form.AppendData(","u8);
        }

        return Hex(form.GetHashAndReset());
    }

    /// <summary>The fields in the order of the canonical form.</summary>
    public static IReadOnlyList<string> Fields(JournalLine line) =>
    [
        line.Number.ToString(CultureInfo.InvariantCulture),
        line.Recorded.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
        line.At.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
        line.By.Name, line.By.Role, line.By.Channel, line.Action, line.Object, line.Site, line.Before, line.Asked, line.ReadBack,
        line.Reason, line.Rules, line.Outcome, line.Reference,
    ];

    /// <summary>A text as lines keep it: on one line, without control characters, of bounded length.</summary>
    public static string Clean(string text)
    {
        var cut = text.Length > JournalEntry.LongestText ? text[..JournalEntry.LongestText] : text;
        var plain = string.Create(cut.Length, cut, static (span, from) =>
        {
            for (var index = 0; index < span.Length; index++)
            {
                span[index] = char.IsControl(from[index]) || from[index] is '\u2028' or '\u2029' ? ' ' : from[index];
            }
        });

        // Half a surrogate pair has no UTF-8 form: it becomes the replacement character now, as it would on the disk.
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(plain)).Trim();
    }

    private static string Hex(byte[] hash) => Convert.ToHexStringLower(hash);
}
