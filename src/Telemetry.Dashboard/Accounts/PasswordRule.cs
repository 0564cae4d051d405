using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Telemetry.Dashboard.Accounts;

/// <summary>Which passwords are taken: long, and not made of what is tried first. No mixture of kinds is asked, none expires.</summary>
/// <remarks>
/// CNIL deliberation 2022-100 asks 50 bits where delays follow failures, as here; OWASP ASVS 5.0 (6.2) asks length and refused lists, and forbids
/// composition rules. So the length is what is left once the worn-out parts are cut: common words (<c>refused-words.txt</c>), the words of the account and of
/// the place, years, repetitions, and walks along the alphabet or a keyboard. Disguises such as <c>p@ssw0rd</c> are seen through.
/// </remarks>
internal static partial class PasswordRule
{
    /// <summary>Fewest characters.</summary>
    public const int Shortest = 14;

    /// <summary>Most characters, so that nobody makes the hash work on a book.</summary>
    public const int Longest = 256;

    /// <summary>Fewest characters that are left after the cuts: as many as the CNIL asks of a password of every kind behind delays.</summary>
    private const int FewestFree = 8;

    private const int ShortestWalk = 4;
    private static readonly string[] Walks = ["abcdefghijklmnopqrstuvwxyz", "01234567890", "azertyuiop", "qsdfghjklm", "wxcvbn", "qwertyuiop", "asdfghjkl", "zxcvbnm"];
    private static readonly IReadOnlyList<string> Worn = Read();

    /// <summary>What is wrong with a password for an account of that name.</summary>
    public static AccountProblem Check(string password, string name) =>
        password.Length is < Shortest or > Longest ? AccountProblem.ShortPassword
        : Free(password, name) < FewestFree ? AccountProblem.GuessablePassword
        : AccountProblem.None;

    /// <summary>How many characters are left once what everybody tries is cut out.</summary>
    internal static int Free(string password, string name)
    {
        var own = name.Split(' ', '.', '-', '_').Where(part => part.Length >= 3).Select(Plain);
        var plain = Plain(password);
        var least = int.MaxValue;
        foreach (var reading in new[] { plain, Undisguised(plain) })
        {
            var rest = Unit(reading);
            foreach (var word in own.Concat(Worn).OrderByDescending(word => word.Length))
            {
                rest = rest.Replace(word, " ", StringComparison.Ordinal);
            }

            rest = Repeated().Replace(Year().Replace(WithoutWalks(rest), " "), "${one}");
            least = Math.Min(least, rest.Count(letter => !char.IsWhiteSpace(letter) && letter is not ('-' or '_' or '.')));
        }

        return least;
    }

    // Lower case, without accents.
    private static string Plain(string text) => string.Concat(text.ToLowerInvariant().Normalize(NormalizationForm.FormD)
        .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark));

    private static string Undisguised(string text) => string.Create(text.Length, text, static (to, from) =>
    {
        for (var index = 0; index < from.Length; index++)
        {
            to[index] = from[index] switch { '0' => 'o', '1' or '!' => 'i', '3' => 'e', '4' or '@' => 'a', '5' or '$' => 's', '7' => 't', var other => other };
        }
    });

    // « lune lune lune » is « lune ».
    private static string Unit(string text)
    {
        for (var length = 1; length <= text.Length / 2; length++)
        {
            var unit = text[..length];
            if (Enumerable.Range(0, text.Length).All(index => text[index] == unit[index % length]))
            {
                return unit;
            }
        }

        return text;
    }

    private static string WithoutWalks(string text)
    {
        foreach (var walk in Walks.SelectMany(row => new[] { row, string.Concat(row.Reverse()) }))
        {
            for (var length = walk.Length; length >= ShortestWalk; length--)
            {
                for (var start = 0; start + length <= walk.Length; start++)
                {
                    text = text.Replace(walk.Substring(start, length), " ", StringComparison.Ordinal);
                }
            }
        }

        return text;
    }

    private static List<string> Read()
    {
        using var file = new StreamReader(typeof(PasswordRule).Assembly.GetManifestResourceStream("refused-words.txt")!);
        return [.. file.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#')];
    }

    [GeneratedRegex(@"(19|20)\d\d", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Year();

    [GeneratedRegex(@"(?<one>.)\k<one>+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Repeated();
}
