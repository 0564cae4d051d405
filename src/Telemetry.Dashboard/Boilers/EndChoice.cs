using Telemetry.Dashboard.Wording;

namespace Telemetry.Dashboard.Boilers;

/// <summary>One end an order may be given. There is none without an end.</summary>
/// <param name="Token">As the form carries it.</param>
/// <param name="At">The instant it means, UTC.</param>
/// <param name="Text">As people read it.</param>
internal sealed record EndChoice(string Token, DateTimeOffset At, string Text)
{
    private static readonly TimeSpan ShortestHold = TimeSpan.FromMinutes(15);

    /// <summary>The ends offered at one instant, in time order of their kind.</summary>
    public static IReadOnlyList<EndChoice> Offered(DateTimeOffset now, TimeZoneInfo zone, Language language)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        DateTimeOffset[] hours = [Local(today, 6, zone), Local(today, 18, zone), Local(today, 22, zone), Local(today.AddDays(1), 6, zone)];
        var clock = hours.Where(at => at - now >= ShortestHold && at - now <= TimeSpan.FromHours(24)).ToList();
        return
        [
            new("1h", now.AddHours(1), language.Say(OrderWords.OneHour)),
            new("2h", now.AddHours(2), language.Say(OrderWords.TwoHours)),
            .. clock.Select(at => new EndChoice(
                at.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture), at,
                language.Say(OrderWords.UntilHour, language.When(at, now, zone)))),
        ];
    }

    /// <summary>The choice a form sent back; null when it is none of those offered.</summary>
    public static EndChoice? Find(string? token, DateTimeOffset now, TimeZoneInfo zone, Language language) =>
        Offered(now, zone, language).FirstOrDefault(choice => string.Equals(choice.Token, token, StringComparison.Ordinal));

    private static DateTimeOffset Local(DateOnly day, int hour, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(new TimeOnly(hour, 0));
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
