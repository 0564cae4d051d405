using Telemetry.Gateway.Health;

namespace Telemetry.Gateway.Commissioning;

/// <summary>French first, English for those whose machine speaks something else.</summary>
internal sealed record Language(bool IsFrench)
{
    /// <summary>How numbers are printed.</summary>
    internal IFormatProvider Numbers => StatusPage.Culture(IsFrench);

    /// <summary>What was asked for, else what the environment says. A machine set to no language (C, POSIX) gets French.</summary>
    internal static Language Of(string? asked, Func<string, string?> variable)
    {
        var said = new[] { asked, variable("LC_ALL"), variable("LC_MESSAGES"), variable("LANG") }.FirstOrDefault(text => !string.IsNullOrEmpty(text)) ?? "fr";
        var word = said.Split('_', '.', '-')[0];
        return new Language(word is "C" or "POSIX" || word.Equals("fr", StringComparison.OrdinalIgnoreCase));
    }

    internal string Say(string french, string english) => IsFrench ? french : english;

    /// <summary>A number without useless zeros.</summary>
    internal string Number(double value) => value.ToString("0.######", Numbers);
}
