using System.Globalization;
using Telemetry.Analytics.Imports.Mapping;

namespace Telemetry.Analytics.Imports.Files;

/// <summary>From what a file calls a time to an instant: offsets, formats, hours that happen twice or never.</summary>
/// <remarks>One for a file, asked row after row: the order of the rows tells the two times round of the autumn hour apart.</remarks>
internal sealed class RowClock(TimeColumns time)
{
    private static readonly string[] Iso =
    [
        "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFF", "yyyy-MM-dd HH:mm:ss.FFF",
        "yyyy-MM",
    ];

    private DateTime _last = DateTime.MinValue;
    private bool _second;

    /// <summary>The instant, or why there is none.</summary>
    internal (DateTimeOffset? At, string? Reason) Read(string text)
    {
        if (HasOffset(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var exact))
        {
            return Credible(exact.ToUniversalTime());
        }

        if (!DateTime.TryParseExact(text, time.Formats.Count > 0 ? [.. time.Formats] : Iso, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return (null, time.Formats.Count > 0
                ? $"'{text}' is no time of the form {string.Join(" or ", time.Formats)}"
                : $"'{text}' is no time of ISO 8601: write its format in the mapping, time: {{ format: \"dd/MM/yyyy HH:mm\" }}");
        }

        return Resolve(local);
    }

    private (DateTimeOffset? At, string? Reason) Resolve(DateTime local)
    {
        var zone = time.Zone;
        if (zone.IsInvalidTime(local))
        {
            return (null, FormattableString.Invariant($"{local:HH:mm} does not exist on {local:yyyy-MM-dd}: clocks went forward over it"));
        }

        if (!zone.IsAmbiguousTime(local))
        {
            (_last, _second) = (local, false);
            return Credible(new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime());
        }

        var offsets = zone.GetAmbiguousTimeOffsets(local);
        switch (time.Ambiguous)
        {
            case Ambiguity.Refuse:
                return (null, FormattableString.Invariant($"{local:HH:mm} happens twice on {local:yyyy-MM-dd}: the file must tell which"));
            case Ambiguity.Order:
                _second = _second || local < _last;
                break;
        }

        _last = local;
        var second = time.Ambiguous == Ambiguity.Second || (time.Ambiguous == Ambiguity.Order && _second);
        return Credible(new DateTimeOffset(local, second ? offsets.Min() : offsets.Max()).ToUniversalTime());
    }

    private static (DateTimeOffset? At, string? Reason) Credible(DateTimeOffset at) =>
        at.Year is >= 1990 and < 2100 ? (at, null) : (null, FormattableString.Invariant($"{at:yyyy-MM-dd} is no date of a reading"));

    // An offset follows a time of day: 2022-10-01T00:30:00+02:00, 2018-01-03T00:00:00Z.
    private static bool HasOffset(string text) =>
        text.Contains(':', StringComparison.Ordinal) && (text.EndsWith('Z') || text.LastIndexOf('+') > 10 || text.LastIndexOf('-') > 10);
}
