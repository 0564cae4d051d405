using System.Globalization;
using Telemetry.Dashboard.Wording;
using Telemetry.Model.Control;

namespace Telemetry.Dashboard.Boilers;

/// <summary>One end an order may be given. There is none without an end.</summary>
/// <param name="Token">As the form carries it.</param>
/// <param name="At">The instant it means, UTC.</param>
/// <param name="Text">As people read it.</param>
internal sealed record EndChoice(string Token, DateTimeOffset At, string Text)
{
    /// <summary>The end as it is read over: a length of time also says the hour it leads to.</summary>
    public string ReadOver(BoilerFacts facts, Language language) =>
        Token.EndsWith('h') ? $"{Text} ({language.Say(OrderWords.UntilHour, language.When(At, facts.Now, facts.Zone))})" : Text;

    private static readonly TimeSpan ShortestHold = TimeSpan.FromMinutes(15);

    /// <summary>The ends offered at one instant: the programme's next change first, then durations, then hours of the clock. Where no programme runs there is no next change.</summary>
    public static IReadOnlyList<EndChoice> Offered(DateTimeOffset now, DateTimeOffset? next, TimeZoneInfo zone, Language language)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        DateTimeOffset[] hours = [Local(today, 6, zone), Local(today, 18, zone), Local(today, 22, zone), Local(today.AddDays(1), 6, zone)];
        bool IsOffered(DateTimeOffset at) => at - now >= ShortestHold && at - now <= TimeSpan.FromHours(24);
        var change = next is { } at && IsOffered(at) ? at : (DateTimeOffset?)null;
        return
        [
            .. change is { } end ? [new EndChoice(TokenOf(end), end, language.Say(OrderWords.UntilNext, language.When(end, now, zone)))] : Array.Empty<EndChoice>(),
            new("1h", now.AddHours(1), language.Say(OrderWords.OneHour)),
            new("2h", now.AddHours(2), language.Say(OrderWords.TwoHours)),
            .. hours.Where(hour => IsOffered(hour) && hour != change).Select(hour => new EndChoice(TokenOf(hour), hour, language.Say(OrderWords.UntilHour, language.When(hour, now, zone)))),
        ];
    }

    /// <summary>The ends a forced mode may be given: those of every order, then days; beyond three days a reason is due.</summary>
    public static IReadOnlyList<EndChoice> OfferedForMode(DateTimeOffset now, DateTimeOffset? next, OrderRole role, TimeZoneInfo zone, Language language) =>
    [
        .. Offered(now, next, zone, language),
        new("24h", now.AddHours(24), language.Say(OrderWords.OneDay)),
        new("72h", now.AddHours(72), language.Say(OrderWords.ThreeDays)),
        .. role == OrderRole.Administrator ? [new EndChoice("168h", now.AddDays(7), language.Say(OrderWords.OneWeek)), new EndChoice("336h", now.AddDays(14), language.Say(OrderWords.TwoWeeks))] : Array.Empty<EndChoice>(),
    ];

    /// <summary>An end chosen before, offered again as the hour it fell on; null when too little is left of it.</summary>
    public static EndChoice? Again(DateTimeOffset at, DateTimeOffset now, TimeZoneInfo zone, Language language) =>
        at - now >= ShortestHold ? new(TokenOf(at), at, language.Say(OrderWords.UntilHour, language.When(at, now, zone))) : null;

    /// <summary>The choice a form sent back; null when it is none of those offered.</summary>
    public static EndChoice? Find(string? token, DateTimeOffset now, DateTimeOffset? next, TimeZoneInfo zone, Language language) =>
        Offered(now, next, zone, language).FirstOrDefault(choice => string.Equals(choice.Token, token, StringComparison.Ordinal));

    private static string TokenOf(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static DateTimeOffset Local(DateOnly day, int hour, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(new TimeOnly(hour, 0));
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
