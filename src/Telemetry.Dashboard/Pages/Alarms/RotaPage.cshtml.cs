using System.Globalization;
using System.Net.Mail;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Telemetry.Analytics.Alarms.OnCall;
using Telemetry.Analytics.Indicators.Energy;
using Telemetry.Dashboard.Accounts;
using Telemetry.Dashboard.Alarms;
using Telemetry.Dashboard.Alarms.Channels;
using Telemetry.Dashboard.Security;

namespace Telemetry.Dashboard.Pages.Alarms;

/// <summary>The rota: who is on call now and in the weeks to come; the administrator keeps it.</summary>
[Authorize(Rights.ReadBoilers)]
[EnableRateLimiting(Limits.Orders)]
internal sealed class RotaPage(RotaDesk desk, IMessages messages, AlarmBook book, AccountStore accounts, ChannelSettings channels, VapidKeys keys, IAntiforgery forgery) : SitePage
{
    public const int MostShifts = 12;
    private const int LatestShown = 8;

    public ChannelSettings Channels => channels;

    public Rota Rota { get; private set; } = Rota.Empty;

    public string? Problem { get; private set; }

    public DateTimeOffset Now => book.Now;

    public TimeZoneInfo Zone => book.Zone;

    public bool MayKeep => User.May(Rights.KeepRota);

    public bool IsEmpty => Rota.Reached(1, Now) is null;

    public IReadOnlyList<Shift> Coming => [.. Rota.Shifts.Where(shift => shift.To > Now)];

    public IReadOnlyList<Message> Latest { get; private set; } = [];

    /// <summary>The key a browser needs to subscribe.</summary>
    public string PushKey => keys.PublicKey;

    /// <summary>For the script's own requests.</summary>
    public string Token => forgery.GetAndStoreTokens(HttpContext).RequestToken ?? "";

    [BindProperty]
    public Guid? Personne { get; set; }

    [BindProperty]
    public Guid? Tour { get; set; }

    [BindProperty]
    public int Rang { get; set; } = 1;

    [BindProperty]
    public string? Semaine { get; set; }

    [BindProperty]
    public int Semaines { get; set; } = 1;

    [BindProperty]
    public string? Releve { get; set; } = "08:00";

    [BindProperty]
    public string? Nom { get; set; }

    [BindProperty]
    public string? Mail { get; set; }

    [BindProperty]
    public string? Compte { get; set; }

    public string Today => CivilDays.Of(Now, Zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public string NameOf(Shift shift) => Rota.People.FirstOrDefault(person => person.Id == shift.Person)?.Name ?? "?";

    public string Result(Message message) => message switch
    {
        { SentAt: not null } => Say(RotaWords.MessageSent),
        { NextTry: not null } => Say(RotaWords.MessageWaiting, Language.Number(message.Tries + 1, 0), message.Trouble),
        _ => Say(RotaWords.MessageLost, Language.Number(message.Tries, 0), message.Trouble),
    };

    public void OnGet()
    {
        Rota = desk.Rota;
        Latest = MayKeep ? messages.Latest(LatestShown) : [];
    }

    public async Task<IActionResult> OnPostAddPersonAsync()
    {
        var (name, mail, account) = ((Nom ?? "").Trim(), (Mail ?? "").Trim(), (Compte ?? "").Trim().ToLowerInvariant());
        var known = account.Length == 0 || (await accounts.AllAsync(HttpContext.RequestAborted)).Any(one => one.Name == account && !one.Disabled);
        return Do(() => (name.Length, mail.Length, account.Length) switch
        {
            (0 or > 64, _, _) => Say(RotaWords.NeedsName),
            (_, > 254, _) => Say(RotaWords.BadMail),
            (_, > 0, _) when !MailAddress.TryCreate(mail, out var parsed) || parsed.Address != mail => Say(RotaWords.BadMail),
            (_, 0, 0) => Say(RotaWords.NeedsWay),
            _ when !known => Say(RotaWords.UnknownAccount, account),
            _ => Done(() => desk.Add(new Person(Guid.NewGuid(), name, mail, account), HttpContext)),
        });
    }

    public IActionResult OnPostRemovePerson() => Do(() => desk.Rota.People.FirstOrDefault(one => one.Id == Personne) is { } person
        ? Done(() => desk.Remove(person, HttpContext))
        : Say(RotaWords.NeedsPerson));

    public IActionResult OnPostAddShift() => Do(() =>
    {
        if (desk.Rota.People.FirstOrDefault(one => one.Id == Personne) is not { } person || Rang is < 1 or > Shift.LastRank)
        {
            return Say(RotaWords.NeedsPerson);
        }

        if (Semaines is < 1 or > 8)
        {
            return Say(RotaWords.NeedsWeeks);
        }

        if (!TimeOnly.TryParseExact(Releve, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour))
        {
            return Say(RotaWords.NeedsHour);
        }

        if (!DateOnly.TryParseExact(Semaine, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || day.Year is < 2020 or > 2100)
        {
            return Say(RotaWords.NeedsWeek);
        }

        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        var (from, to) = (At(monday, hour), At(monday.AddDays(7 * Semaines), hour));
        return to <= Now ? Say(RotaWords.NeedsWeek) : Done(() => desk.Add(new Shift(Guid.NewGuid(), person.Id, Rang, from, to), person, HttpContext));
    });

    public IActionResult OnPostRemoveShift() => Do(() => desk.Rota.Shifts.FirstOrDefault(one => one.Id == Tour) is { } shift
        ? Done(() => desk.Remove(shift, HttpContext))
        : Say(RotaWords.NoShift));

    private DateTimeOffset At(DateOnly day, TimeOnly hour)
    {
        var local = day.ToDateTime(hour);
        return new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();
    }

    private IActionResult Do(Func<string?> change)
    {
        if (!MayKeep)
        {
            return Forbid();
        }

        Problem = change();
        if (Problem is null)
        {
            return Redirect(Link("/astreinte"));
        }

        OnGet();
        return Page();
    }

    private static string? Done(Action change)
    {
        change();
        return null;
    }
}
