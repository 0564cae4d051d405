using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Telemetry.Gateway.Configuration;
using Telemetry.Gateway.Drivers.Modbus;
using Telemetry.Messaging.Sparkplug;
using Telemetry.Model.Control;
using Telemetry.Model.Sites;

namespace Telemetry.Gateway.Control;

/// <summary>Lives every order's life: check, write, read back, report, and take back at its end, across restarts.</summary>
internal sealed partial class ControlDesk : IDisposable
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(15);
    private readonly Dictionary<string, (DeviceConfiguration Device, IFieldBus Bus)> _devices;
    private readonly ControlFile _file;
    private readonly Action<PointId, OrderReport> _tell;
    private readonly TimeProvider _clock;
    private readonly ILogger _log;
    private readonly ConcurrentDictionary<PointId, OverrideInForce> _inForce = new();
    private readonly ConcurrentDictionary<PointId, long> _busyUntil = new();
    private ITimer? _timer;

    internal ControlDesk(
        IEnumerable<(DeviceConfiguration Device, IFieldBus Bus)> devices, ControlFile file, Action<PointId, OrderReport> tell, TimeProvider clock, ILogger log)
    {
        _devices = devices.ToDictionary(pair => pair.Device.Equipment.Id.Device, StringComparer.Ordinal);
        (_file, _tell, _clock, _log) = (file, tell, clock, log);
        foreach (var kept in file.Overrides())
        {
            _inForce[kept.Order.Point] = kept;
        }
    }

    /// <summary>The override in force on a point, if any.</summary>
    internal OverrideInForce? InForce(PointId point) => _inForce.GetValueOrDefault(point);

    /// <summary>Every override in force.</summary>
    internal IReadOnlyCollection<OverrideInForce> AllInForce => [.. _inForce.Values];

    /// <summary>Looks again at what was in force before a restart, then watches the ends.</summary>
    internal void Start()
    {
        foreach (var kept in _inForce.Values)
        {
            Submit(kept.Order.Point, runner => Resume(runner, kept));
        }

        _timer = _clock.CreateTimer(_ => ReleaseWhatEnds(), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
    }

    /// <summary>Takes a device command.</summary>
    internal void Take(EquipmentId equipment, SparkplugCommand command)
    {
        var order = OrderReader.Read(equipment, command.Metrics, out var whole);
        if (order is null)
        {
            LogOwnerless(equipment);
        }
        else if (command.Retained)
        {
            Tell(order, OrderState.Refused, refusal: Refusal.Retained);
        }
        else if (!_file.Remember(order.Id))
        {
            LogKnown(order.Id);
        }
        else if (!whole)
        {
            Tell(order, OrderState.Refused, refusal: Refusal.Malformed);
        }
        else
        {
            Examine(order);
        }
    }

    public void Dispose() => _timer?.Dispose();

    /// <summary>The rules that need no word of the device, then the bus.</summary>
    private void Examine(Order order)
    {
        var (refusal, limit) = Interlocks.CheckBeforeReading(order, Snapshot(order, null));
        if (refusal != Refusal.None)
        {
            Refuse(order, refusal, limit);
        }
        else if (!Submit(order.Point, runner => Execute(runner, order)))
        {
            Refuse(order, Refusal.NoAnswer, null);
        }
    }

    private void Execute(RecipeRunner runner, Order order)
    {
        var snapshot = Snapshot(order, runner.ReadState(_devices[order.Point.Equipment.Device].Device.Profile.Override!));
        var permit = WritePermit.Ask(order, snapshot, out var refusal, out var limit);
        if (permit is null)
        {
            Refuse(order, refusal, limit);
            return;
        }

        Tell(order, OrderState.Checked);
        if (order.Kind == OrderKind.Override)
        {
            Apply(runner, permit, snapshot.Device!);
        }
        else
        {
            var ended = InForce(order.Point);
            if (Release(runner, permit, ended) is { Done: true } outcome && ended is not null)
            {
                Tell(ended.Order, OrderState.Released, outcome.ReadBack);
            }
        }
    }

    private void Apply(RecipeRunner runner, WritePermit permit, DeviceReading before)
    {
        var order = permit.Order;
        var replaced = InForce(order.Point);
        var kept = new OverrideInForce { Order = order, Previous = replaced?.Previous ?? before.Values };

        // Kept before the write: whatever happens now, somebody will take it back.
        Keep(kept);
        if (replaced is not null)
        {
            Tell(replaced.Order, OrderState.Replaced);
        }

        Settle(runner, permit, kept);
    }

    private void Settle(RecipeRunner runner, WritePermit permit, OverrideInForce kept)
    {
        var outcome = runner.Run(permit, kept.Previous);
        Count(permit.Order, outcome);
        if (outcome.Done)
        {
            Keep(kept with { Confirmed = true });
            Tell(permit.Order, OrderState.Confirmed, outcome.ReadBack);
            return;
        }

        // Half an order is worse than none: what was written is taken back now, or at the next look if the device is silent.
        Keep(kept with { Order = kept.Order with { Until = _clock.GetUtcNow() }, Confirmed = false });
        _busyUntil.TryRemove(permit.Order.Point, out _);
        Tell(permit.Order, OrderState.Unconfirmed, outcome.ReadBack, outcome.Refusal);
    }

    /// <summary>Runs the release; tells the release order itself how it went.</summary>
    private RecipeOutcome Release(RecipeRunner runner, WritePermit permit, OverrideInForce? ended)
    {
        var outcome = runner.Run(permit, ended?.Previous ?? new Dictionary<string, double>(StringComparer.Ordinal));
        Count(permit.Order, outcome);
        if (outcome.Done)
        {
            _inForce.TryRemove(permit.Order.Point, out _);
            _file.Forget(permit.Order.Point);
        }

        if (ended?.Order.Id != permit.Order.Id)
        {
            Tell(permit.Order, outcome.Done ? OrderState.Released : OrderState.Unconfirmed, outcome.ReadBack, outcome.Refusal);
        }

        return outcome;
    }

    /// <summary>After a restart: an end that passed meanwhile is for the timer; else the device is made to agree again.</summary>
    private void Resume(RecipeRunner runner, OverrideInForce kept)
    {
        var order = kept.Order with { ExpiresAt = DateTimeOffset.MaxValue };
        if (order.Until <= _clock.GetUtcNow() || !ReferenceEquals(InForce(order.Point), kept))
        {
            return;
        }

        var permit = WritePermit.Ask(order, Snapshot(order, runner.ReadState(_devices[order.Point.Equipment.Device].Device.Profile.Override!)), out var refusal, out _);
        if (permit is null)
        {
            LogNotResumed(order.Point, refusal);
        }
        else if (kept.Confirmed)
        {
            Count(order, runner.Run(permit, kept.Previous));
        }
        else
        {
            Settle(runner, permit, kept);
        }
    }

    private void ReleaseWhatEnds()
    {
        var now = _clock.GetUtcNow();
        foreach (var (point, kept) in _inForce)
        {
            if (kept.Order.Until <= now && !IsBusy(point) && Submit(point, runner => End(runner, kept)))
            {
                _busyUntil[point] = TimeProvider.System.GetTimestamp() + (long)(RetryAfter.TotalSeconds * TimeProvider.System.TimestampFrequency);
            }
        }
    }

    private void End(RecipeRunner runner, OverrideInForce kept)
    {
        if (!ReferenceEquals(InForce(kept.Order.Point), kept))
        {
            return;
        }

        var order = kept.Order with { Kind = OrderKind.Release, ExpiresAt = DateTimeOffset.MaxValue, Value = double.NaN };
        var permit = WritePermit.Ask(order, Snapshot(order, runner.ReadState(_devices[order.Point.Equipment.Device].Device.Profile.Override!)), out var refusal, out _);
        if (permit is null)
        {
            LogNotReleased(order.Point, refusal);
        }
        else if (Release(runner, permit, kept) is { Done: true } outcome)
        {
            Tell(kept.Order, OrderState.Released, outcome.ReadBack);
            _busyUntil.TryRemove(order.Point, out _);
        }
    }

    private bool IsBusy(PointId point) => _busyUntil.TryGetValue(point, out var until) && TimeProvider.System.GetTimestamp() < until;

    private bool Submit(PointId point, Action<RecipeRunner> work)
    {
        if (!_devices.TryGetValue(point.Equipment.Device, out var found))
        {
            return false;
        }

        return found.Bus.Submit(master =>
        {
            try
            {
                work(new RecipeRunner(found.Device, master));
                found.Bus.PollSoon(found.Device.Equipment.Id.Device);
            }
#pragma warning disable CA1031 // a full disk under an order must not stop the bus; what was kept before the write is taken back at its end
            catch (Exception broken) when (broken is not OperationCanceledException)
#pragma warning restore CA1031
            {
                LogBroken(broken, point);
            }
        });
    }

    private ControlSnapshot Snapshot(Order order, DeviceReading? reading)
    {
        var device = _devices.GetValueOrDefault(order.Point.Equipment.Device).Device;
        var now = _clock.GetUtcNow();
        return new ControlSnapshot
        {
            Now = now,
            Point = device?.Find(order.Point.Name) is { Profile.Internal: false } point ? point : null,
            Recipe = device?.Profile.Override,
            Device = reading,
            DailyWrites = device?.Profile.Modbus?.DailyWrites ?? 0,
            WritesToday = _file.WritesOn(order.Point.Equipment.Device, DateOnly.FromDateTime(now.UtcDateTime)),
        };
    }

    private void Keep(OverrideInForce kept)
    {
        _file.Keep(kept);
        _inForce[kept.Order.Point] = kept;
    }

    private void Count(Order order, RecipeOutcome outcome)
    {
        if (outcome.Writes > 0)
        {
            _file.AddWrites(order.Point.Equipment.Device, DateOnly.FromDateTime(_clock.GetUtcNow().UtcDateTime), outcome.Writes);
        }
    }

    private void Refuse(Order order, Refusal refusal, double? limit) =>
        Tell(order, refusal == Refusal.Late ? OrderState.Expired : OrderState.Refused, refusal: refusal, limit: limit);

    private void Tell(Order order, OrderState state, double? readBack = null, Refusal refusal = Refusal.None, double? limit = null)
    {
        LogStep(order.Point, order.Id, state, refusal, readBack);
        _tell(order.Point, new OrderReport
        {
            Order = order.Id, State = state, At = _clock.GetUtcNow(), ReadBack = readBack, Refusal = refusal, Limit = limit,
        });
    }

    [LoggerMessage(LogLevel.Information, "Order {Order} on {Point}: {State} {Refusal} {ReadBack}")]
    private partial void LogStep(PointId point, Guid order, OrderState state, Refusal refusal, double? readBack);

    [LoggerMessage(LogLevel.Error, "An order on {Point} was interrupted.")]
    private partial void LogBroken(Exception broken, PointId point);

    [LoggerMessage(LogLevel.Warning, "A command to {Device} without order.id was refused: nothing writes without an owner and an end.")]
    private partial void LogOwnerless(EquipmentId device);

    [LoggerMessage(LogLevel.Information, "Order {Order} came again and is not executed again.")]
    private partial void LogKnown(Guid order);

    [LoggerMessage(LogLevel.Warning, "{Point} was not made to agree again after the restart: {Why}. Its end is kept.")]
    private partial void LogNotResumed(PointId point, Refusal why);

    [LoggerMessage(LogLevel.Warning, "{Point} could not be given back yet: {Why}. Trying again.")]
    private partial void LogNotReleased(PointId point, Refusal why);
}
