using Microsoft.Extensions.Logging;
using Telemetry.Model.Control;
using Telemetry.Model.Sites;

namespace Telemetry.Gateway.Control;

/// <summary>Mise en sécurité: entered from afar, kept over restarts, left only through the hands of somebody before the device. On the bus's thread.</summary>
internal sealed partial class Safeties(Hand hand, ILogger log)
{
    /// <summary>So short a turn of the switch, there and back, is seen (S22).</summary>
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);

    /// <summary>Takes up what was in safety before a restart.</summary>
    internal void Recall()
    {
        foreach (var kept in hand.File.Plants.All())
        {
            if (hand.Find(kept.Order.Point.Equipment) is { } plant)
            {
                plant.Safety = kept;
                if (!OnSiteCode.IsOne(kept.Code))
                {
                    // Put in safety by an earlier version, which showed none.
                    Update(plant, kept with { Code = OnSiteCode.New() });
                }
            }
        }
    }

    internal void Enter(Plant plant, RecipeRunner runner, WritePermit permit, DeviceReading before)
    {
        if (plant.Safety is { } already)
        {
            // Asked again: whoever was on site before has not released this one.
            var anew = already with { LocalSeen = false, Code = OnSiteCode.New(), WrongCodes = 0 };
            Update(plant, anew);
            hand.Tell(permit.Order, OrderState.Replaced);
            Write(plant, runner, permit, before, anew);
            return;
        }

        var safety = new SafetyInForce { Order = permit.Order, Previous = plant.Held?.Previous ?? hand.File.Programmes.Held(plant.Device.Equipment.Id.Device) ?? before.Values, Code = OnSiteCode.New() };

        // Kept before the write: a plant half put in safety goes on being put in safety.
        hand.File.Plants.Keep(safety);
        plant.Safety = safety;
        if (plant.Held is { } held)
        {
            plant.LetGo();
            hand.File.Forget(held.Order.Point);
            hand.Tell(held.Order, OrderState.Replaced);
        }

        Write(plant, runner, permit, before, safety);
    }

    /// <summary>Gives the plant back to whoever read the code on site; the interlocks have compared it.</summary>
    internal void Release(Plant plant, RecipeRunner runner, WritePermit permit, DeviceReading before)
    {
        var safety = plant.Safety!;
        var outcome = hand.Run(plant, runner, permit, before, () => hand.Tell(permit.Order, OrderState.Sent));
        if (!outcome.Done)
        {
            // Still in safety, and the code is spent: the next try needs somebody to look again.
            Update(plant, safety with { Code = OnSiteCode.New(), WrongCodes = 0 });
            hand.Tell(permit.Order, OrderState.Unconfirmed, outcome.ReadBack, outcome.Refusal);
            return;
        }

        plant.Safety = null;
        hand.File.Plants.Forget(safety.Order.Point);
        LogByCode(safety.Order.Point, permit.Order.By);
        hand.Tell(safety.Order, OrderState.Released, outcome.ReadBack);
        hand.Tell(permit.Order, OrderState.Released, outcome.ReadBack);
    }

    /// <summary>Counts a wrong code; too many of them change the one that is shown.</summary>
    internal void CountWrong(Plant plant)
    {
        if (plant.Safety is { } safety)
        {
            Update(plant, safety.WrongCodes + 1 >= OnSiteCode.MostTries ? safety with { Code = OnSiteCode.New(), WrongCodes = 0 } : safety with { WrongCodes = safety.WrongCodes + 1 });
        }
    }

    /// <summary>Looks whether somebody is at the device, and goes on until the device is as it should be; called every second or so.</summary>
    internal void Watch(Plant plant)
    {
        if (plant.Safety is { } safety)
        {
            hand.SubmitUnlessBusy(plant, runner => Look(plant, runner, safety));
        }
    }

    private void Look(Plant plant, RecipeRunner runner, SafetyInForce safety)
    {
        if (!ReferenceEquals(plant.Safety, safety) || runner.ReadState(plant.Device.Profile.Override!) is not { LocalUnclear: false } reading)
        {
            return;
        }

        // It answers: soon again. One that does not would keep its bus waiting.
        Hand.Rest(plant, LookEvery);

        if (reading.Local != safety.LocalSeen && reading.Local)
        {
            LogOnSite(safety.Order.Point);
            Update(plant, safety with { LocalSeen = true });
        }
        else if (!reading.Local && safety.LocalSeen)
        {
            Leave(plant, runner, safety, reading);
        }
        else if (!reading.Local)
        {
            var order = safety.Order with { ExpiresAt = DateTimeOffset.MaxValue };
            var permit = WritePermit.Ask(order, hand.Snapshot(order, reading), out var refusal, out _);
            if (permit is null)
            {
                LogNotYet(order.Point, refusal);
            }
            else if (!Write(plant, runner, permit, reading, safety, again: true))
            {
                Hand.Rest(plant, Hand.RetryAfter);
            }
        }
    }

    private bool Write(Plant plant, RecipeRunner runner, WritePermit permit, DeviceReading before, SafetyInForce safety, bool again = false)
    {
        var outcome = hand.Run(plant, runner, permit, before, safety.Confirmed || again ? null : () => hand.Tell(safety.Order, OrderState.Sent));
        if (outcome.Done && !safety.Confirmed)
        {
            Update(plant, safety with { Confirmed = true });
            hand.Tell(safety.Order, OrderState.Confirmed);
        }
        else if (!outcome.Done && !safety.Confirmed && !again)
        {
            hand.Tell(safety.Order, OrderState.Unconfirmed, outcome.ReadBack, outcome.Refusal);
        }

        return outcome.Done;
    }

    private void Leave(Plant plant, RecipeRunner runner, SafetyInForce safety, DeviceReading reading)
    {
        var order = safety.Order with { Kind = OrderKind.Release, Point = new PointId(safety.Order.Point.Equipment, plant.Device.Profile.Override!.Point), ExpiresAt = DateTimeOffset.MaxValue };
        var permit = WritePermit.Ask(order, hand.Snapshot(order, reading) with { InSafety = false, Reservation = null }, out var refusal, out _);
        if (permit is null)
        {
            LogNotYet(order.Point, refusal);
        }
        else if (hand.Run(plant, runner, permit, reading) is { Done: true } outcome)
        {
            plant.Safety = null;
            hand.File.Plants.Forget(safety.Order.Point);
            hand.Tell(safety.Order, OrderState.Released, outcome.ReadBack);
        }
    }

    private void Update(Plant plant, SafetyInForce safety)
    {
        hand.File.Plants.Keep(safety);
        plant.Safety = safety;
    }

    [LoggerMessage(LogLevel.Warning, "{Point}: somebody is at the device. The plant leaves its safety when the device leaves its local mode.")]
    private partial void LogOnSite(PointId point);

    [LoggerMessage(LogLevel.Warning, "{Point}: released from safety by {By}, with the code shown on site.")]
    private partial void LogByCode(PointId point, string by);

    [LoggerMessage(LogLevel.Warning, "{Point}: {Why}. Trying again.")]
    private partial void LogNotYet(PointId point, Refusal why);
}
