using System.Text.RegularExpressions;

namespace Telemetry.Gateway.Configuration;

/// <summary>Replaces <c>${NAME}</c> and <c>${NAME:-default}</c> in what people wrote.</summary>
internal static partial class EnvironmentText
{
    /// <summary>The text with its variables replaced; a variable that is neither set nor has a default is named in <paramref name="missing"/>.</summary>
    internal static string Expand(string text, Func<string, string?> variable, out string? missing)
    {
        string? unset = null;
        var expanded = text.Contains("${", StringComparison.Ordinal)
            ? Reference().Replace(text, match =>
            {
                var name = match.Groups["name"].Value;
                var value = variable(name);
                if (!string.IsNullOrEmpty(value))
                {
                    return value;
                }

                unset = match.Groups["default"].Success ? unset : name;
                return match.Groups["default"].Value;
            })
            : text;
        missing = unset;
        return expanded;
    }

    [GeneratedRegex(@"\$\{(?<name>[A-Za-z_][A-Za-z0-9_]*)(:-(?<default>[^}]*))?\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reference();
}
