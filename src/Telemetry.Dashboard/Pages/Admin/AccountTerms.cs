using System.Globalization;
using Telemetry.Dashboard.Accounts;

namespace Telemetry.Dashboard.Pages.Admin;

/// <summary>Role, buildings and end of an account, as the administrator's forms give them.</summary>
internal sealed class AccountTerms
{
    public Role Role { get; set; } = Role.Technician;

    /// <summary>Ids of the buildings ticked.</summary>
    public List<string> Sites { get; set; } = [];

    /// <summary>The end as the browser writes it, in the place's time: <c>2026-12-01T18:00</c>; empty for none.</summary>
    public string? Fin { get; set; }

    /// <summary>The roles that a page may give: the break-glass account is made at the server's own keyboard.</summary>
    public static IReadOnlyList<Role> Given => [.. Enum.GetValues<Role>().Where(role => role != Role.BreakGlass)];

    /// <summary>The end, Unix seconds; 0 for none; null when it is no date.</summary>
    public long? End(TimeZoneInfo zone) => string.IsNullOrWhiteSpace(Fin) ? 0
        : DateTime.TryParseExact(Fin, "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && local.Year is > 2000 and < 9000
            ? new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUnixTimeSeconds()
            : null;

    /// <summary>An end as the browser wants it.</summary>
    public static string Typed(long end, TimeZoneInfo zone) => end == 0 ? ""
        : TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeSeconds(end), zone).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The terms in one line, for the journal.</summary>
    public static string Line(Role role, IEnumerable<string> sites, long end) => string.Join(' ', new[]
    {
        role.ToString(),
        "sites:" + (string.Join(',', sites) is { Length: > 0 } some ? some : "all"),
        end == 0 ? "" : "→ " + Wording.CsvFile.Instant(DateTimeOffset.FromUnixTimeSeconds(end)),
    }.Where(word => word.Length > 0));
}
