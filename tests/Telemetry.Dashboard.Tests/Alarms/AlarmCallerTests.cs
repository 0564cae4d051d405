using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Telemetry.Analytics.Alarms.OnCall;
using Telemetry.Dashboard.Alarms;
using Telemetry.Dashboard.Alarms.Channels;
using Telemetry.Dashboard.Tests.Canned;
using Telemetry.Model.Alarms;

namespace Telemetry.Dashboard.Tests.Alarms;

/// <summary>Who is told what: together, once, and again when all is well.</summary>
public sealed class AlarmCallerTests
{
    [Fact]
    public async Task ManyAtOnce_MakeOneMessageAPerson_Once()
    {
        await using var site = new Site();
        var (caller, onCall, messages) = Parts(site, new ChannelSettings { Webhook = new Uri("https://hook.example/x") });
        PutOnCall(site, onCall, "Léa", 1);
        site.Alarms.Clear();
        for (var number = 0; number < 12; number++)
        {
            site.Alarms.Put(site.Alarms.New(Guid.NewGuid(), AlarmKind.BurnerFault, Severity.P2, Valmont.BoilerOf("gw-ecole") with { Device = $"c{number}" }, -1));
        }

        caller.CallDue();
        caller.CallDue();

        Assert.Equal(["push", "mail", "webhook"], messages.Latest(50).Select(message => message.Channel).OrderBy(name => name == "push" ? 0 : name == "mail" ? 1 : 2));
        Assert.All(messages.Latest(50), message => Assert.Equal(12, message.Alarms.Count));
    }

    [Fact]
    public async Task Unanswered_ClimbsToTheSecond_TakenCharge_StopsIt_Restored_TellsBoth()
    {
        await using var site = new Site();
        var (caller, onCall, messages) = Parts(site, new ChannelSettings());
        PutOnCall(site, onCall, "Léa", 1);
        PutOnCall(site, onCall, "Paul", 2);
        site.Alarms.Clear();
        var alarm = site.Alarms.New(Guid.NewGuid(), AlarmKind.FrostRisk, Severity.P1, Valmont.BoilerOf("gw-ecole"), -1) with { Value = 4 };
        site.Alarms.Put(alarm);
        caller.CallDue();
        Assert.Equal("Léa", Assert.Single(Mails(messages)).Person);

        site.Clock.Now = site.Clock.Now.AddMinutes(6);
        caller.CallDue();
        Assert.Equal(["Paul", "Léa"], Mails(messages).Select(message => message.Person));

        site.Alarms.Put(alarm.Acknowledge("Paul", site.Clock.Now));
        site.Clock.Now = site.Clock.Now.AddHours(2);
        caller.CallDue();
        Assert.Equal(2, Mails(messages).Count);

        site.Alarms.Put(alarm.Acknowledge("Paul", site.Clock.Now).Clear(site.Clock.Now));
        caller.CallDue();
        caller.CallDue();
        Assert.Equal(["Léa", "Paul"], Mails(messages).Take(2).Select(message => message.Person).Order());
        Assert.All(Mails(messages).Take(2), message => Assert.StartsWith("Revenue à la normale — École Jules-Ferry", message.Subject, StringComparison.Ordinal));
        Assert.Equal(4, Mails(messages).Count);
    }

    /// <summary>A silent gateway taken charge of in the evening, frost in the night: whoever is on call is called, with who had taken it.</summary>
    [Fact]
    public async Task TakenInCharge_ThenWorse_CallsTheRotaAnew()
    {
        await using var site = new Site();
        var (caller, onCall, messages) = Parts(site, new ChannelSettings());
        PutOnCall(site, onCall, "Léa", 1);
        PutOnCall(site, onCall, "Paul", 2);
        site.Alarms.Clear();
        var taken = site.Alarms.New(Guid.NewGuid(), AlarmKind.GatewaySilent, Severity.P3, Valmont.BoilerOf("gw-ecole") with { Device = "" }, -60).Acknowledge("technicien", site.Clock.Now);
        site.Alarms.Put(taken);
        site.Clock.Now = site.Clock.Now.AddHours(8);
        caller.CallDue();
        Assert.Empty(Mails(messages));

        var worse = taken.Worsen(Severity.P1, site.Clock.Now);
        site.Alarms.Put(worse);
        caller.CallDue();
        Assert.Equal("Léa", Assert.Single(Mails(messages)).Person);
        Assert.Contains("puis elle s'est aggravée", Html.Text(Mails(messages)[0].Body), StringComparison.Ordinal);

        site.Clock.Now = site.Clock.Now.AddMinutes(6);
        caller.CallDue();
        Assert.Equal(["Paul", "Léa"], Mails(messages).Select(message => message.Person));

        site.Alarms.Put(worse.Acknowledge("Paul", site.Clock.Now));
        site.Clock.Now = site.Clock.Now.AddHours(2);
        caller.CallDue();
        Assert.Equal(2, Mails(messages).Count);
    }

    [Fact]
    public async Task NobodyOnCall_TheMailboxThatStandsInIsTold()
    {
        await using var site = new Site();
        var (caller, _, messages) = Parts(site, new ChannelSettings { MailFallback = "astreinte@valmont.example" });

        caller.CallDue();

        Assert.Equal("astreinte@valmont.example", Assert.Single(Mails(messages)).Address);
    }

    [Fact]
    public async Task ExplainedByAnother_OrTakenInCharge_IsToldToNobody()
    {
        await using var site = new Site();
        var (caller, onCall, messages) = Parts(site, new ChannelSettings());
        PutOnCall(site, onCall, "Léa", 1);

        caller.CallDue();

        // Of the bad morning only the burner calls now: the danger is taken charge of, the silence waits for Monday, the rest is its effect or over.
        Assert.Equal([Canned.Alarms.Burner], Assert.Single(Mails(messages)).Alarms);
    }

    private static IReadOnlyList<Message> Mails(IMessages messages) => [.. messages.Latest(50).Where(message => message.Channel == "mail")];

    private static (AlarmCaller Caller, IOnCall OnCall, IMessages Messages) Parts(Site site, ChannelSettings settings)
    {
        var onCall = site.Services.GetRequiredService<IOnCall>();
        return (new AlarmCaller(site.Alarms, onCall, site.Services.GetRequiredService<AlarmBook>(), settings, NullLogger<AlarmCaller>.Instance),
            onCall, site.Services.GetRequiredService<IMessages>());
    }

    private static void PutOnCall(Site site, IOnCall onCall, string name, int rank)
    {
        var person = new Person(Guid.NewGuid(), name, $"{rank}@valmont.example", "technicien");
        onCall.Put(person);
        onCall.Put(new Shift(Guid.NewGuid(), person.Id, rank, site.Clock.Now.AddDays(-1), site.Clock.Now.AddDays(6)));
    }
}
