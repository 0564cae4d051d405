using Microsoft.Extensions.Logging;
using Telemetry.Model.Control;
using Telemetry.Model.Sites;

namespace Telemetry.Gateway.Control.Programmes;

/// <summary>Makes a device follow its programme through the same interlocks as everybody, and gives it back when the programme no longer owns it.</summary>
internal sealed partial class ProgrammeHand(Hand hand, ILogger log)
{
    private const int MostRepairsADay = 6;
    private static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(10);

    /// <summary>Somebody or something else keeps writing to the device: it is left alone until tomorrow.</summary>
    internal static bool GivesUp(ProgrammeRun run) => run.Repairs > MostRepairsADay;

    /// <summary>Writes what differs from what is wanted, if anything does.</summary>
    internal void Follow(ProgrammeRun run, ZoneDecision decision)
    {
        var now = hand.Now;
        if (run.Plant.Held is not null || run.Plant.Safety is not null || now < run.NotBefore)
        {
            return;
        }

        if (decision.Under is not { } wanted)
        {
            if (hand.File.Programmes.Held(run.Device) is { } previous)
            {
                run.NotBefore = now + TimeSpan.FromMinutes(1);
                hand.Submit(run.Plant, runner => GiveBack(run, runner, previous));
            }

            return;
        }

        // What the ladder wants above the programme (a young burner) is waited for; what stands above it all is not touched.
        if (decision.Level is not (LadderLevel.Protection or LadderLevel.Exception or LadderLevel.Closed or LadderLevel.Week))
        {
            return;
        }

        if (wanted != run.Written || now - run.LookedAt >= LookEvery || now < run.LookedAt)
        {
            run.LookedAt = now;
            hand.Submit(run.Plant, runner => Write(run, runner, wanted));
        }
    }

    private void Write(ProgrammeRun run, RecipeRunner runner, Wanted wanted)
    {
        var order = Order(run, OrderKind.Programme);
        var reading = runner.ReadState(run.Plant.Device.Profile.Override!);
        if (run.Plant.Held is not null || run.Plant.Safety is not null || GivesUp(run))
        {
            return;
        }

        var permit = WritePermit.Ask(order, hand.Snapshot(order, reading) with { Under = wanted }, out var refusal, out var limit);
        if (permit is null)
        {
            // Not written, so not believed to be: the next turn tries again.
            run.Written = null;
            run.LookedAt = default;
            LogNotYet(run.Device, refusal, limit);
            return;
        }

        if (hand.File.Programmes.Held(run.Device) is null)
        {
            // Kept before the first write: whoever takes the device back gets it as it was.
            hand.File.Programmes.Hold(run.Device, reading!.Values);
        }

        var repair = wanted == run.Written;
        var outcome = hand.Run(run.Plant, runner, permit, reading!);
        if (!outcome.Done)
        {
            run.Written = null;
            run.Failures++;
            run.NotBefore = hand.Now + TimeSpan.FromMinutes(Math.Min(60, 1 << Math.Min(run.Failures, 6)));
            LogFailed(run.Device, outcome.Refusal, run.NotBefore);
            return;
        }

        run.Failures = 0;
        run.Written = wanted;
        if (outcome.Writes > 0)
        {
            run.Repairs += repair ? 1 : 0;
            LogWritten(run.Device, wanted.Mode, wanted.Setpoint, repair);
        }
    }

    private void GiveBack(ProgrammeRun run, RecipeRunner runner, IReadOnlyDictionary<string, double> previous)
    {
        if (run.Plant.Held is not null || run.Plant.Safety is not null)
        {
            return;
        }

        var order = Order(run, OrderKind.Release);
        var reading = runner.ReadState(run.Plant.Device.Profile.Override!);
        var permit = WritePermit.Ask(order, hand.Snapshot(order, reading) with { Under = null, Previous = previous }, out var refusal, out var limit);
        if (permit is null)
        {
            LogNotYet(run.Device, refusal, limit);
        }
        else if (hand.Run(run.Plant, runner, permit, reading!).Done)
        {
            hand.File.Programmes.LetGo(run.Device);
            run.Written = null;
            LogGivenBack(run.Device);
        }
    }

    private Order Order(ProgrammeRun run, OrderKind kind) => new()
    {
        Id = Guid.NewGuid(),
        Kind = kind,
        Point = new PointId(run.Plant.Device.Equipment.Id, run.Plant.Device.Profile.Override!.Point),
        Value = double.NaN,
        Until = hand.Now,
        RequestedAt = hand.Now,
        ExpiresAt = DateTimeOffset.MaxValue,
        By = FormattableString.Invariant($"programme {run.Programme?.Version ?? 0}"),
        Reason = "",
        Role = OrderRole.Technician,
    };

    [LoggerMessage(LogLevel.Information, "{Device}: the programme waits: {Why} {Limit}")]
    private partial void LogNotYet(string device, Refusal why, double? limit);

    [LoggerMessage(LogLevel.Warning, "{Device}: the programme was not read back: {Why}. Again at {At}.")]
    private partial void LogFailed(string device, Refusal why, DateTimeOffset at);

    [LoggerMessage(LogLevel.Information, "{Device}: the programme wrote {Mode} {Setpoint} (repair: {Repair})")]
    private partial void LogWritten(string device, HeatingMode mode, double setpoint, bool repair);

    [LoggerMessage(LogLevel.Information, "{Device}: given back to the controller's own programme.")]
    private partial void LogGivenBack(string device);
}
