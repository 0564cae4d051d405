using System.Globalization;

namespace Telemetry.Analytics.Imports.Files;

/// <summary>Numbers as suppliers write them: with a comma or a point, with spaces between thousands.</summary>
internal static class NumberText
{
    /// <summary>The number; NaN when the text is none.</summary>
    internal static double Read(string text, char point)
    {
        Span<char> plain = text.Length <= 64 ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        foreach (var sign in text)
        {
            // The other sign would be a thousands' separator, or another file than the mapping describes: refused, never guessed.
            if (sign is '.' or ',' && sign != point)
            {
                return double.NaN;
            }

            if (sign is not (' ' or '\u00a0' or '\u202f'))
            {
                plain[length++] = sign == point ? '.' : sign == '\u2212' ? '-' : sign;
            }
        }

        return double.TryParse(plain[..length], NumberStyles.Float & ~NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : double.NaN;
    }
}
