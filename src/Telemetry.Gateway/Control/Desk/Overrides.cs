using Microsoft.Extensions.Logging;
using Telemetry.Model.Control;
using Telemetry.Model.Sites;

namespace Telemetry.Gateway.Control;

/// <summary>Temporary changes: applied, read back, looked at for their effect, and taken back at their end, across restarts. On the bus's thread.</summary>
internal sealed partial class Overrides(Hand hand, ILogger log)
{
    /// <summary>Takes up what was in force before a restart.</summary>
    internal void Recall()
    {
        foreach (var kept in hand.File.Overrides())
        {
            hand.Find(kept.Order.Point.Equipment)?.Hold(kept, hand.LastEnd(kept.Order));
        }
    }

    internal void Apply(Plant plant, RecipeRunner runner, WritePermit permit, DeviceReading before)
    {
        var replaced = plant.Held;
        var kept = new OverrideInForce { Order = permit.Order, Previous = replaced?.Previous ?? hand.File.Programmes.Held(plant.Device.Equipment.Id.Device) ?? before.Values };

        // Kept before the write: whatever happens now, somebody will take it back.
        hand.File.Keep(kept);
        plant.Hold(kept, hand.LastEnd(permit.Order));
        if (replaced is not null)
        {
            hand.Tell(replaced.Order, OrderState.Replaced);
        }

        Settle(plant, runner, permit, before, kept);
    }

    /// <summary>Runs a release; tells the release order itself, and what it ended, how it went and why it came before its time.</summary>
    internal void Release(Plant plant, RecipeRunner runner, WritePermit permit, DeviceReading before, Refusal why = Refusal.None)
    {
        var ended = plant.Held;
        var outcome = hand.Run(plant, runner, permit, before);
        if (outcome.Done)
        {
            plant.LetGo();
            hand.File.Forget(permit.Order.Point);
            plant.BusyUntil = 0;
        }

        if (ended?.Order.Id != permit.Order.Id)
        {
            hand.Tell(permit.Order, outcome.Done ? OrderState.Released : OrderState.Unconfirmed, outcome.ReadBack, outcome.Refusal);
        }

        if (outcome.Done && ended is not null)
        {
            hand.Tell(ended.Order, OrderState.Released, outcome.ReadBack, why);
        }
    }

    /// <summary>Takes back what has ended, and looks for effects; called every second or so.</summary>
    internal void Watch(Plant plant)
    {
        if (plant.Held is not { } held || plant.Safety is not null)
        {
            return;
        }

        if (hand.HasEnded(plant, held))
        {
            hand.SubmitUnlessBusy(plant, runner => End(plant, runner, held, Refusal.None));
        }
        else if (held.Confirmed && PlantRules.StopsInFrost(held.Order, PlantFacts.Of(plant.Device, hand.Senses.Live, hand.Now, PlantFacts.UsualSilence)))
        {
            // Before its time: what protects from frost stands above people's orders (S09).
            hand.SubmitUnlessBusy(plant, runner => End(plant, runner, held, Refusal.FrostProtection));
        }
        else if (held is { Confirmed: true, Effect: EffectWatch.Waiting })
        {
            LookForEffect(plant, held);
        }
        else if (ReferenceEquals(plant.NotResumed, held))
        {
            hand.SubmitUnlessBusy(plant, runner => Resume(plant, runner, held));
        }
    }

    /// <summary>After a restart or a lost link: an end that passed meanwhile is for the timer; else the device is made to agree again.</summary>
    internal void Resume(Plant plant, RecipeRunner runner, OverrideInForce kept)
    {
        if (!ReferenceEquals(plant.Held, kept) || hand.HasEnded(plant, kept))
        {
            return;
        }

        plant.NotResumed = null;
        if (!kept.Confirmed && hand.Now > kept.Order.ExpiresAt)
        {
            // Cut short before it was read back, and nobody waits for it any more: what may have been written is taken back.
            Abandon(plant, kept);
            hand.Tell(kept.Order, OrderState.Expired, refusal: Refusal.Late);
            return;
        }

        var order = kept.Order with { ExpiresAt = DateTimeOffset.MaxValue };
        var reading = runner.ReadState(plant.Device.Profile.Override!);
        var permit = WritePermit.Ask(order, hand.Snapshot(order, reading) with { Reservation = null }, out var refusal, out _);
        if (permit is null)
        {
            // One that was confirmed is looked at again when its device is reached; one cut short may stand half written: again, soon.
            plant.NotResumed = kept.Confirmed ? null : kept;
            LogNotResumed(order.Point, refusal);
        }
        else if (kept.Confirmed)
        {
            hand.Run(plant, runner, permit, reading!);
        }
        else
        {
            Settle(plant, runner, permit, reading!, kept);
        }
    }

    private void Settle(Plant plant, RecipeRunner runner, WritePermit permit, DeviceReading before, OverrideInForce kept)
    {
        var facts = PlantFacts.Of(plant.Device, hand.Senses.Live, hand.Now, PlantFacts.UsualSilence);
        var outcome = hand.Run(plant, runner, permit, before, () => hand.Tell(permit.Order, OrderState.Sent));
        if (outcome.Done)
        {
            var confirmed = kept with { Confirmed = true, ConfirmedAt = hand.Now, Effect = EffectWatch.Waiting, Before = facts };
            hand.File.Keep(confirmed);
            plant.Update(confirmed);
            hand.Tell(permit.Order, OrderState.Confirmed, outcome.ReadBack);
            return;
        }

        Abandon(plant, kept);
        hand.Tell(permit.Order, OrderState.Unconfirmed, outcome.ReadBack, outcome.Refusal);
    }

    /// <summary>Half an order is worse than none: what was written is taken back now, or at the next look if the device is silent.</summary>
    private void Abandon(Plant plant, OverrideInForce kept)
    {
        var ended = kept with { Order = kept.Order with { Until = hand.Now }, Confirmed = false };
        hand.File.Keep(ended);
        plant.Update(ended);
        plant.BusyUntil = 0;
    }

    private void End(Plant plant, RecipeRunner runner, OverrideInForce held, Refusal why)
    {
        if (!ReferenceEquals(plant.Held, held))
        {
            return;
        }

        var order = held.Order with { Kind = OrderKind.Release, ExpiresAt = DateTimeOffset.MaxValue, Value = double.NaN };
        var reading = runner.ReadState(plant.Device.Profile.Override!);
        var permit = WritePermit.Ask(order, hand.Snapshot(order, reading) with { Reservation = null }, out var refusal, out _);
        if (permit is null)
        {
            LogNotReleased(order.Point, refusal);
        }
        else
        {
            Release(plant, runner, permit, reading!, why);
        }
    }

    private void LookForEffect(Plant plant, OverrideInForce held)
    {
        var now = PlantFacts.Of(plant.Device, hand.Senses.Live, hand.Now, PlantFacts.UsualSilence);
        var seen = EffectRule.Seen(held.Order, held.Before, now);
        if (seen != true && hand.Now - held.ConfirmedAt < EffectRule.Patience)
        {
            return;
        }

        var told = held with { Effect = EffectWatch.Told };
        hand.File.Keep(told);
        plant.Update(told);
        if (seen is { } really)
        {
            hand.Tell(held.Order, really ? OrderState.EffectSeen : OrderState.NoEffect, held.Order.Kind == OrderKind.Override ? held.Order.Value : null);
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Point} was not made to agree again: {Why}. Its end is kept.")]
    private partial void LogNotResumed(PointId point, Refusal why);

    [LoggerMessage(LogLevel.Warning, "{Point} could not be given back yet: {Why}. Trying again.")]
    private partial void LogNotReleased(PointId point, Refusal why);
}
