using Telemetry.Analytics.Alarms;
using Telemetry.Analytics.Alarms.OnCall;
using Telemetry.Dashboard.Alarms.Channels;
using Telemetry.Dashboard.Wording;
using Telemetry.Model.Alarms;

namespace Telemetry.Dashboard.Alarms;

/// <summary>Calls people: looks every few seconds at who must be told next, and makes one message for each of them of all that falls due together.</summary>
internal sealed class AlarmCaller(
    IAlarms alarms, IOnCall onCall, AlarmBook book, ChannelSettings settings, ILogger<AlarmCaller> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(3);
    private readonly Language _language = settings.Language == "en" ? Language.English : Language.French;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                CallDue();
                await Task.Delay(Look, TimeProvider.System, stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception wrong) when (wrong is System.Data.Common.DbException or Microsoft.EntityFrameworkCore.DbUpdateException)
            {
                log.LogError(wrong, "Calls about alarms cannot be written down: tried again in a moment");
                await Task.Delay(Look * 3, TimeProvider.System, CancellationToken.None);
            }
        }
    }

    /// <summary>Takes every step that is due now.</summary>
    internal void CallDue()
    {
        var (open, now) = (alarms.Open, book.Now);
        var calls = onCall.Calls([.. open.Select(alarm => alarm.Id)]);
        var due = open
            .Select(alarm => (Alarm: alarm, Step: Escalation.Next(alarm, calls, now, book.Zone, WorkingDays.Is)))
            .Where(one => one.Step is not null)
            .Select(one => (one.Alarm, View: book.Of(one.Alarm, open, _language), Step: one.Step!.Value))
            .ToList();
        if (due.Count == 0)
        {
            return;
        }

        var rota = onCall.Rota;
        var taken = new List<Call>();
        var told = new List<(Person Person, bool Restored, AlarmView View)>();
        foreach (var (alarm, view, step) in due)
        {
            var people = step == Call.Restored
                ? [.. calls.Where(call => call.Alarm == alarm.Id && call.Returns == alarm.Returns).Select(call => Named(call.Person, rota)).OfType<Person>().Distinct()]
                : OnDuty(rota, step, now);
            told.AddRange(people.Select(person => (person, step == Call.Restored, view)));
            taken.Add(new Call(alarm.Id, alarm.Returns, alarm.Severity, step, now, people.Count > 0 ? people[0].Name : ""));
        }

        var messages = told.GroupBy(one => (one.Person, one.Restored)).SelectMany(group => To(group.Key.Person, [.. group.Select(one => one.View)], group.Key.Restored, now)).ToList();
        if (settings.HasWebhook)
        {
            messages.Add(Message(ChannelSettings.WebhookChannel, "", "", AlarmComposer.Subject([.. due.Select(one => one.View)], restored: false, _language),
                AlarmComposer.Webhook([.. due.Select(one => (one.View, one.Step))], now, settings.PublicAddress, _language), due.ConvertAll(one => one.Alarm.Id), now));
        }

        onCall.Take(taken, messages);
    }

    private IEnumerable<Message> To(Person person, IReadOnlyList<AlarmView> views, bool restored, DateTimeOffset now)
    {
        var (subject, ids) = (AlarmComposer.Subject(views, restored, _language), views.Select(view => view.Alarm.Id).ToList());
        if (person.Mail.Length > 0)
        {
            yield return Message(ChannelSettings.MailChannel, person.Mail, person.Name, subject, AlarmComposer.Mail(views, restored, settings.PublicAddress, _language), ids, now);
        }

        // What waits for the morning does not ring a phone.
        if (person.Account.Length > 0 && views.Any(view => view.Alarm.Severity is Severity.P1 or Severity.P2))
        {
            yield return Message(ChannelSettings.PushChannel, person.Account, person.Name, subject, AlarmComposer.Push(views, restored, _language), ids, now);
        }
    }

    // Nobody on call: the mailbox that stands in, if there is one.
    private List<Person> OnDuty(Rota rota, int step, DateTimeOffset now) =>
        rota.Reached(Math.Min(step, Shift.LastRank), now) is { } found ? [found.Person] : Named("", rota) is { } fallback ? [fallback] : [];

    private Person? Named(string name, Rota rota) => name.Length > 0
        ? rota.People.FirstOrDefault(person => person.Name == name)
        : settings.MailFallback.Length > 0 ? new Person(Guid.Empty, "", settings.MailFallback, "") : null;

    private static Message Message(string channel, string address, string person, string subject, string body, IReadOnlyList<Guid> ids, DateTimeOffset now) => new()
    {
        Channel = channel, Address = address, Person = person, Subject = subject, Body = body, Alarms = ids, MadeAt = now, NextTry = TimeProvider.System.GetUtcNow(),
    };
}
