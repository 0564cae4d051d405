using Microsoft.EntityFrameworkCore;
using Telemetry.Analytics.Alarms.Store;
using Telemetry.Model.Alarms;

namespace Telemetry.Analytics.Alarms.OnCall;

/// <summary>Rota, steps taken, messages and browsers in the alarms' file.</summary>
internal sealed class OnCallStore(AlarmFile file, TimeProvider clock) : IOnCall, IMessages, ISubscriptions
{
    /// <summary>Most messages that wait: what is over is given up, oldest first, and said so.</summary>
    internal const int MostWaiting = 1000;

    /// <summary>How long the text of a message is kept: who was called when stays with the alarm.</summary>
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(400);

    /// <summary>Most browsers of one account.</summary>
    internal const int MostBrowsers = 10;

    /// <inheritdoc />
    public Rota Rota
    {
        get
        {
            using var context = file.Open();
            return new Rota(
                [.. context.People.AsEnumerable().Select(row => new Person(row.Id, row.Name, row.Mail, row.Account)).OrderBy(one => one.Name, StringComparer.CurrentCulture)],
                [.. context.Shifts.AsEnumerable().Select(row => new Shift(row.Id, row.Person, row.Rank, At(row.FromMs), At(row.ToMs))).OrderBy(one => one.From).ThenBy(one => one.Rank)]);
        }
    }

    /// <inheritdoc />
    public void Put(Person person)
    {
        using var context = file.Open();
        if (context.People.Find(person.Id) is { } row)
        {
            (row.Name, row.Mail, row.Account) = (person.Name, person.Mail, person.Account);
        }
        else
        {
            context.People.Add(new PersonRow { Id = person.Id, Name = person.Name, Mail = person.Mail, Account = person.Account });
        }

        context.SaveChanges();
    }

    /// <inheritdoc />
    public void Remove(Guid person)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        using var context = file.Open();
        context.Shifts.RemoveRange(context.Shifts.Where(row => row.Person == person && row.ToMs > now));
        context.People.RemoveRange(context.People.Where(row => row.Id == person));
        context.SaveChanges();
    }

    /// <inheritdoc />
    public void Put(Shift shift)
    {
        using var context = file.Open();
        context.Shifts.Add(new ShiftRow { Id = shift.Id, Person = shift.Person, Rank = shift.Rank, FromMs = Ms(shift.From), ToMs = Ms(shift.To) });
        context.SaveChanges();
    }

    /// <inheritdoc />
    public void RemoveShift(Guid shift)
    {
        using var context = file.Open();
        context.Shifts.RemoveRange(context.Shifts.Where(row => row.Id == shift));
        context.SaveChanges();
    }

    /// <inheritdoc />
    public IReadOnlyList<Call> Calls(IReadOnlyCollection<Guid> alarms)
    {
        using var context = file.Open();
        return [.. context.Calls.Where(row => alarms.Contains(row.Alarm)).AsEnumerable()
            .Select(row => new Call(row.Alarm, row.Returns, (Severity)row.Severity, row.Step, At(row.AtMs), row.Person))];
    }

    /// <inheritdoc />
    public void Take(IReadOnlyList<Call> calls, IReadOnlyList<Message> messages)
    {
        using var context = file.Open();
        context.Calls.AddRange(calls.Select(call => new CallRow
        {
            Alarm = call.Alarm, Returns = call.Returns, Severity = (int)call.Severity, Step = call.Step, AtMs = Ms(call.At), Person = call.Person,
        }));
        context.Messages.AddRange(messages.Select(RowOf));
        foreach (var late in context.Messages.Where(row => row.NextMs != null).OrderByDescending(row => row.Id).Skip(Math.Max(0, MostWaiting - messages.Count)))
        {
            (late.NextMs, late.Trouble) = (null, "given up: too many messages were waiting");
        }

        context.SaveChanges();
        var old = Ms(clock.GetUtcNow() - KeptFor);
        context.Messages.Where(row => row.NextMs == null && row.MadeMs < old).ExecuteDelete();
    }

    /// <inheritdoc />
    public IReadOnlyList<Message> Waiting(string channel, DateTimeOffset realNow, int most)
    {
        var due = Ms(realNow);
        using var context = file.Open();
        return [.. context.Messages.AsNoTracking().Where(row => row.Channel == channel && row.NextMs <= due).OrderBy(row => row.Id).Take(most).AsEnumerable().Select(ModelOf)];
    }

    /// <inheritdoc />
    public IReadOnlyList<Message> Latest(int most)
    {
        using var context = file.Open();
        return [.. context.Messages.AsNoTracking().OrderByDescending(row => row.Id).Take(most).AsEnumerable().Select(ModelOf)];
    }

    /// <inheritdoc />
    public void Keep(Message message)
    {
        using var context = file.Open();
        if (context.Messages.Find(message.Id) is { } row)
        {
            (row.Tries, row.NextMs, row.SentMs, row.Trouble) = (message.Tries, MsOrNull(message.NextTry), MsOrNull(message.SentAt), message.Trouble);
            context.SaveChanges();
        }
    }

    /// <inheritdoc />
    public IReadOnlyList<Subscription> Of(string account)
    {
        using var context = file.Open();
        return [.. context.Subscriptions.AsNoTracking().Where(row => row.Account == account).AsEnumerable().Select(row => new Subscription(row.Endpoint, row.Account, row.P256dh, row.Auth))];
    }

    /// <inheritdoc />
    public void Put(Subscription subscription)
    {
        using var context = file.Open();
        var now = Ms(clock.GetUtcNow());
        if (context.Subscriptions.Find(subscription.Endpoint) is { } row)
        {
            (row.Account, row.P256dh, row.Auth, row.MadeMs) = (subscription.Account, subscription.P256dh, subscription.Auth, now);
        }
        else
        {
            context.Subscriptions.Add(new SubscriptionRow
            {
                Endpoint = subscription.Endpoint, Account = subscription.Account, P256dh = subscription.P256dh, Auth = subscription.Auth, MadeMs = now,
            });
        }

        context.SaveChanges();
        context.Subscriptions.Where(one => one.Account == subscription.Account).OrderByDescending(one => one.MadeMs).Skip(MostBrowsers).ExecuteDelete();
    }

    /// <inheritdoc />
    public void Remove(string endpoint)
    {
        using var context = file.Open();
        context.Subscriptions.Where(row => row.Endpoint == endpoint).ExecuteDelete();
    }

    private static MessageRow RowOf(Message message) => new()
    {
        Id = message.Id,
        Channel = message.Channel,
        Address = message.Address,
        Person = message.Person,
        Subject = message.Subject,
        Body = message.Body,
        Alarms = string.Join(',', message.Alarms),
        MadeMs = Ms(message.MadeAt),
        Tries = message.Tries,
        NextMs = MsOrNull(message.NextTry),
        SentMs = MsOrNull(message.SentAt),
        Trouble = message.Trouble,
    };

    private static Message ModelOf(MessageRow row) => new()
    {
        Id = row.Id,
        Channel = row.Channel,
        Address = row.Address,
        Person = row.Person,
        Subject = row.Subject,
        Body = row.Body,
        Alarms = [.. row.Alarms.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(word => Guid.Parse(word))],
        MadeAt = At(row.MadeMs),
        Tries = row.Tries,
        NextTry = row.NextMs is { } next ? At(next) : null,
        SentAt = row.SentMs is { } sent ? At(sent) : null,
        Trouble = row.Trouble,
    };

    private static DateTimeOffset At(long ms) => DateTimeOffset.FromUnixTimeMilliseconds(ms);

    private static long Ms(DateTimeOffset at) => at.ToUnixTimeMilliseconds();

    private static long? MsOrNull(DateTimeOffset? at) => at?.ToUnixTimeMilliseconds();
}
