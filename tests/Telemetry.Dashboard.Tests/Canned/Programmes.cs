using Telemetry.Analytics.Programmes;
using Telemetry.Model.Control;
using Telemetry.Model.Schedules;
using Telemetry.Model.Sites;

namespace Telemetry.Dashboard.Tests.Canned;

/// <summary>Programmes that a test answers as a gateway would; checked by the product's own rules.</summary>
internal sealed class Programmes(Noon clock, Valmont town) : IProgrammes
{
    private readonly List<ProgrammeStory> _stories = [];

    /// <summary>In what quality the last version was sent.</summary>
    public OrderRole LastRole { get; private set; }

    public IReadOnlyList<ProgrammeStory> For(EquipmentId equipment)
    {
        lock (_stories)
        {
            return [.. _stories.Where(story => story.Programme.Equipment == equipment).Reverse()];
        }
    }

    public ProgrammeSending Send(Programme programme, Guid order, DateTimeOffset expiresAt, OrderRole role = OrderRole.Technician)
    {
        LastRole = role;
        var problems = ProgrammeCheck.Problems(programme, this.InForce(programme.Equipment), clock.Now);
        if (!ProgrammeCheck.MayRun(problems))
        {
            return new(problems, null);
        }

        var offline = town.Offline.Contains(programme.Equipment.Gateway);
        var first = new OrderReport
        {
            Order = order, At = clock.Now, State = offline ? OrderState.Refused : OrderState.Requested, Refusal = offline ? Refusal.GatewayOffline : Refusal.None,
        };
        lock (_stories)
        {
            _stories.Add(new(programme, first));
        }

        return new(problems, first);
    }

    /// <summary>The gateway answers the newest version.</summary>
    public void Answer(OrderState state, Refusal refusal = Refusal.None)
    {
        lock (_stories)
        {
            _stories[^1] = _stories[^1] with { Last = _stories[^1].Last with { State = state, At = clock.Now, Refusal = refusal } };
        }
    }

    /// <summary>A version that the gateway keeps already.</summary>
    public void Keep(Programme programme)
    {
        Send(programme, Guid.NewGuid(), clock.Now.AddMinutes(2));
        Answer(OrderState.Confirmed);
    }
}
