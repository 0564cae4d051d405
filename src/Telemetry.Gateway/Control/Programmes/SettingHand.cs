using Microsoft.Extensions.Logging;
using Telemetry.Gateway.Control.Heating;
using Telemetry.Gateway.Drivers.Modbus;
using Telemetry.Model.Control;
using Telemetry.Model.Measures;
using Telemetry.Model.Samples;
using Telemetry.Model.Settings;
using Telemetry.Model.Sites;

namespace Telemetry.Gateway.Control.Programmes;

/// <summary>Keeps settings in a controller that a programme says are ours, through the same interlocks as everybody, and gives them back as they were.</summary>
/// <remarks>
/// Written once for each asking and looked at every ten minutes after that: what somebody changes on site stays as they left it, and is told, until a person asks
/// again. A setting is no demand that ends; the version it came with can be undone instead (S28).
/// </remarks>
internal sealed partial class SettingHand(Hand hand, ILogger log)
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    /// <summary>Takes up what a restart left.</summary>
    internal void Recall(ProgrammeRun run) => (run.Kept, run.HotWater) = (hand.File.Kept.Of(run.Device), hand.File.Kept.Runs(run.Device));

    /// <summary>Goes on with a legionella run, and compares the controller with what is kept in it when that is due.</summary>
    internal void Follow(ProgrammeRun run)
    {
        var now = hand.Now;
        Heat(run, now);
        var plan = Plan(run);
        if ((plan.Count == 0 && run.Kept.Count == 0) || (run.Plant.Safety is not null && !run.Kept.Values.Any(IsHot)) || (now < run.KeptLooked.NotBefore && now >= run.KeptLooked.At))
        {
            return;
        }

        var news = plan.Count != run.Kept.Count || plan.Any(one => !(run.Kept.TryGetValue(one.Point, out var row) && row.Asked == one.Asked && (row.State == KeptState.ChangedOnSite || (row.State == KeptState.Kept && row.Applied.Equals(one.Value)))));
        if (news || now - run.KeptLooked.At >= LookEvery || now < run.KeptLooked.At)
        {
            run.KeptLooked = (now, now);
            hand.Submit(run.Plant, runner => Compare(run, runner, plan));
        }
    }

    /// <summary>How each setting stands that the site lets the gateway keep, by the point that shows it.</summary>
    internal static IReadOnlyDictionary<string, KeptState> States(ProgrammeRun run) =>
        KeptPlan.Shown(run.Plant.Device).ToDictionary(point => point, point => StateOf(run, point), StringComparer.Ordinal);

    private static KeptState StateOf(ProgrammeRun run, string point) =>
        run.Programme?.Kept.FirstOrDefault(kept => ControllerSettings.PointOf(kept.Setting) == point) is not { } asking ? KeptState.None
        // Of an earlier asking, what was done says nothing of this one.
        : run.Kept.TryGetValue(point, out var row) && row.Asked == asking.Asked ? row.State
        : KeptState.Waiting;

    private static IReadOnlyList<(string Point, double Value, int Asked)> Plan(ProgrammeRun run) =>
        run.Programme is { } programme ? KeptPlan.Of(programme, run.Zone, run.Plant.Device, run.HotWater.Running) : [];

    private void Heat(ProgrammeRun run, DateTimeOffset now)
    {
        if (run.Programme is not { HotWater: { } water } programme || programme.Kept.All(kept => kept.Setting != Setting.HotWater))
        {
            if (run.HotWater.Running)
            {
                Note(run, run.HotWater with { Running = false, HotSince = null });
            }

            return;
        }

        var book = HotWaterRun.Look(run.HotWater, water, run.Timetable, run.Clock, now, Coldest(run, now, TimeSpan.FromMinutes(programme.Plant.PlantSensorSilence)));
        if (book != run.HotWater)
        {
            Note(run, book);
        }
    }

    private void Note(ProgrammeRun run, HotWaterBook book)
    {
        var news = (book.Due, book.Running, book.End) != (run.HotWater.Due, run.HotWater.Running, run.HotWater.End);
        run.HotWater = book;
        if (news)
        {
            hand.File.Kept.Note(run.Device, book);
            LogRun(run.Device, book.Running, book.End);
        }
    }

    private double? Coldest(ProgrammeRun run, DateTimeOffset now, TimeSpan silence)
    {
        var sensors = run.Plant.Device.Published.Where(one => one.Point is { Quantity: Quantity.Temperature, Function: PointFunction.Sensor } && one.Profile.Name.StartsWith("dhw.temperature", StringComparison.Ordinal))
            .Select(one => hand.Senses.Live(one.Point.Id) is { } sample && !sample.Quality.IsBad && double.IsFinite(sample.Value) && now - sample.At <= silence ? sample.Value : double.NaN).ToList();
        return sensors.Count > 0 && sensors.TrueForAll(double.IsFinite) ? sensors.Min() : null;
    }

    private void Compare(ProgrammeRun run, RecipeRunner runner, IReadOnlyList<(string Point, double Value, int Asked)> plan)
    {
        // In safety nothing else is touched than a tank that a run has left hot.
        var safe = run.Plant.Safety is not null;
        plan = safe ? [.. plan.Where(one => run.Kept.TryGetValue(one.Point, out var row) && IsHot(row) && one.Value < row.Applied)] : plan;
        var besides = plan.Select(one => one.Point).Union(run.Kept.Keys, StringComparer.Ordinal).Where(point => run.Plant.Device.Find(point) is not null).ToList();
        var reading = runner.ReadState(run.Plant.Device.Profile.Override!, besides);
        foreach (var (point, value, asked) in plan)
        {
            Keep(run, runner, reading, point, value, asked);
        }

        foreach (var row in run.Kept.Values.Where(row => !plan.Any(one => one.Point == row.Point) && (!safe || IsHot(row))).ToList())
        {
            GiveBack(run, runner, reading, row);
        }
    }

    private void Keep(ProgrammeRun run, RecipeRunner runner, DeviceReading? reading, string point, double value, int asked)
    {
        var row = run.Kept.GetValueOrDefault(point);
        if (row is { State: KeptState.ChangedOnSite } && row.Asked == asked)
        {
            return;
        }

        if (reading is null || !reading.Values.TryGetValue(point, out var present))
        {
            Later(run, row, point, Refusal.NoAnswer, null);
        }
        else if (Same(run, point, present, value))
        {
            Remember(run, new KeptPoint(point, row?.Previous ?? present, value, asked, KeptState.Kept, value));
        }
        else if (row is { State: KeptState.Kept or KeptState.Waiting } && !IsOurs(run, row, present))
        {
            // Whoever asked did not know of it: it is theirs on site, until somebody who knows asks again.
            LogOnSite(run.Device, point, present, row.Seen);
            Remember(run, row with { State = KeptState.ChangedOnSite, Asked = asked });
        }
        else
        {
            Write(run, runner, reading, new KeptPoint(point, row?.Previous ?? present, value, asked, KeptState.Waiting, present), value, present);
        }
    }

    private void Write(ProgrammeRun run, RecipeRunner runner, DeviceReading reading, KeptPoint row, double value, double present)
    {
        // On the disk before the first write: whoever takes it back gets what was there.
        Remember(run, row);
        if (Ask(run, reading, row.Point, value, out var refusal, out var limit) is not { } permit)
        {
            Later(run, row, row.Point, refusal, limit);
            return;
        }

        var outcome = hand.Run(run.Plant, runner, permit, reading);
        if (outcome.Done)
        {
            Remember(run, row with { State = KeptState.Kept, Seen = value });
            LogWritten(run.Device, row.Point, value, present, run.Programme?.Version ?? 0);
        }
        else
        {
            Later(run, row, row.Point, outcome.Refusal, null);
        }
    }

    private void GiveBack(ProgrammeRun run, RecipeRunner runner, DeviceReading? reading, KeptPoint row)
    {
        // What was changed on site is left as it is there; what no interlock would ever let back is left too, and said.
        if (row.State == KeptState.ChangedOnSite || (reading is not null && !reading.Values.ContainsKey(row.Point) && run.Plant.Device.Find(row.Point) is null))
        {
            Forget(run, row.Point);
            return;
        }

        var previous = AsNear(run, row);
        if (reading is null || !reading.Values.TryGetValue(row.Point, out var present))
        {
            Later(run, row, row.Point, Refusal.NoAnswer, null);
        }
        else if (Same(run, row.Point, present, previous) || !IsOurs(run, row, present))
        {
            // There already, or changed on site since we last looked: theirs.
            Forget(run, row.Point);
        }
        else if (Ask(run, reading, row.Point, previous, out var refusal, out var limit) is not { } permit)
        {
            if (refusal is Refusal.BelowMinimum or Refusal.AboveMaximum or Refusal.NotWritable)
            {
                LogLeft(run.Device, row.Point, previous, refusal);
                Forget(run, row.Point);
                return;
            }

            Later(run, row, row.Point, refusal, limit);
        }
        else if (hand.Run(run.Plant, runner, permit, reading) is { Done: true })
        {
            LogGivenBack(run.Device, row.Point, previous);
            Forget(run, row.Point);
        }
        else
        {
            Later(run, row, row.Point, Refusal.ReadBackDiffers, null);
        }
    }

    // As hot as only a run may have it.
    private static bool IsHot(KeptPoint row) => row.Point is ControllerSettings.Tank or ControllerSettings.TankAtRest && row.Applied > KeptRules.Range(row.Point, null, runs: false).Most;

    // As it was, or as near to that as the bounds of today allow: a tank must not stay as hot as a run wanted it.
    private double AsNear(ProgrammeRun run, KeptPoint row)
    {
        var (least, most) = KeptRules.Range(row.Point, hand.Senses.Emitter(run.Plant.Device.Equipment.Id), runs: false);
        return KeptPlan.Opened(run.Plant.Device, row.Point) is { } bounds && Math.Max(least, bounds.Min) is var low && Math.Min(most, bounds.Max) is var high && low <= high
            ? Math.Clamp(row.Previous, low, high)
            : row.Previous;
    }

    private WritePermit? Ask(ProgrammeRun run, DeviceReading reading, string point, double value, out Refusal refusal, out double? limit)
    {
        var order = new Order
        {
            Id = Guid.NewGuid(),
            Kind = OrderKind.Setting,
            Point = new PointId(run.Plant.Device.Equipment.Id, point),
            Value = value,
            Until = hand.Now,
            RequestedAt = hand.Now,
            ExpiresAt = DateTimeOffset.MaxValue,
            // Whoever asked it and is at work on the plant need not wait for themselves.
            By = run.Programme?.By ?? "",
            Reason = "",
            Role = OrderRole.Technician,
        };

        // The end of a run gives the tank back: what a run was allowed to ask may be taken away again.
        return WritePermit.Ask(order, hand.Snapshot(order, reading) with { HotWaterRuns = run.HotWater.Running }, out refusal, out limit);
    }

    private static bool IsOurs(ProgrammeRun run, KeptPoint row, double present) => Same(run, row.Point, present, row.Seen) || Same(run, row.Point, present, row.Applied);

    private static bool Same(ProgrammeRun run, string point, double present, double wanted) =>
        run.Plant.Device.Find(point)?.Profile.Register is { } register && RegisterDecoder.Encode(register, present) is { } raw && raw == RegisterDecoder.Encode(register, wanted);

    private void Later(ProgrammeRun run, KeptPoint? row, string point, Refusal why, double? limit)
    {
        run.KeptLooked = (hand.Now, hand.Now + Pause);
        if (row is { State: KeptState.Kept })
        {
            // It was there when last looked at, and nobody said otherwise since.
            return;
        }

        LogLater(run.Device, point, why, limit);
    }

    private void Remember(ProgrammeRun run, KeptPoint row)
    {
        if (run.Kept.GetValueOrDefault(row.Point) != row)
        {
            hand.File.Kept.Keep(run.Device, row);
            run.Kept = new Dictionary<string, KeptPoint>(run.Kept, StringComparer.Ordinal) { [row.Point] = row };
        }
    }

    private void Forget(ProgrammeRun run, string point)
    {
        hand.File.Kept.LetGo(run.Device, point);
        run.Kept = run.Kept.Where(one => one.Key != point).ToDictionary(one => one.Key, one => one.Value, StringComparer.Ordinal);
    }

    [LoggerMessage(LogLevel.Information, "{Device}: {Point} written as {Value} (it was {Before}) for programme {Version}, and read back.")]
    private partial void LogWritten(string device, string point, double value, double before, int version);

    [LoggerMessage(LogLevel.Warning, "{Device}: {Point} is {Present}, not {Seen}: changed on site. It is left so until a person asks again.")]
    private partial void LogOnSite(string device, string point, double present, double seen);

    [LoggerMessage(LogLevel.Information, "{Device}: {Point} given back as {Previous}.")]
    private partial void LogGivenBack(string device, string point, double previous);

    [LoggerMessage(LogLevel.Warning, "{Device}: {Point} cannot be given back as {Previous} ({Why}): it stays as it is.")]
    private partial void LogLeft(string device, string point, double previous, Refusal why);

    [LoggerMessage(LogLevel.Information, "{Device}: {Point} waits: {Why} {Limit}")]
    private partial void LogLater(string device, string point, Refusal why, double? limit);

    [LoggerMessage(LogLevel.Information, "{Device}: legionella run under way: {Running}; the last one ended as {End}.")]
    private partial void LogRun(string device, bool running, HotWaterRunEnd end);
}
