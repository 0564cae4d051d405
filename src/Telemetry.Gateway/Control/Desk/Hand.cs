using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Telemetry.Gateway.Configuration;
using Telemetry.Gateway.Drivers.Modbus;
using Telemetry.Messaging.Clock;
using Telemetry.Model.Control;
using Telemetry.Model.Settings;
using Telemetry.Model.Sites;

namespace Telemetry.Gateway.Control;

/// <summary>What all who write share: the snapshot, the permit, the write, its count, and telling of it.</summary>
internal sealed partial class Hand
{
    internal static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(15);
    private readonly Dictionary<string, Plant> _plants;
    private readonly Action<PointId, OrderReport> _tell;
    private readonly ILogger _log;
    private readonly ConcurrentQueue<DateTimeOffset> _writes = new();

    internal Hand(
        IEnumerable<(DeviceConfiguration Device, IFieldBus Bus)> devices, ControlFile file, Action<PointId, OrderReport> tell, TimeProvider clock, ILogger log, DeskSenses senses)
    {
        _plants = devices.ToDictionary(pair => pair.Device.Equipment.Id.Device, pair => new Plant(pair.Device, pair.Bus), StringComparer.Ordinal);
        (File, _tell, Clock, _log, Senses) = (file, tell, clock, log, senses);
    }

    internal ControlFile File { get; }

    internal TimeProvider Clock { get; }

    internal DeskSenses Senses { get; set; }

    internal DateTimeOffset Now => Clock.GetUtcNow();

    internal IReadOnlyCollection<Plant> Plants => _plants.Values;

    internal Plant? Find(EquipmentId equipment) => _plants.GetValueOrDefault(equipment.Device);

    /// <summary>All that a decision rests on; without a reading, what needs no word of the device.</summary>
    internal ControlSnapshot Snapshot(Order order, DeviceReading? reading)
    {
        var plant = Find(order.Point.Equipment);
        var device = plant?.Device;
        var now = Now;
        var (set, certain) = Senses.Clock();
        return new ControlSnapshot
        {
            Now = now,
            Installed = device,
            Point = device?.Find(order.Point.Name) is { Profile.Internal: false } point ? point : null,
            Recipe = device?.Profile.Override,
            Device = reading,
            Previous = plant?.Held?.Previous ?? plant?.Safety?.Previous ?? NoValues,
            Under = device is null ? null : Senses.Under(device.Equipment.Id),
            Plant = device is null ? new PlantFacts() : PlantFacts.Of(device, Senses.Live, now, PlantFacts.UsualSilence) with { BurnerSince = plant?.Flame.Since },
            Emitter = device is null ? null : Senses.Emitter(device.Equipment.Id),
            Settings = device is null ? PlantSettings.Usual : Senses.Settings(device.Equipment.Id),
            ClockSet = set,
            ClockCertain = certain,
            InSafety = plant?.Safety is not null,
            OnSiteCode = plant?.Safety?.Code ?? "",
            CodeTriesLeft = OnSiteCode.MostTries - (plant?.Safety?.WrongCodes ?? 0),
            Reservation = plant?.Reservation,
            LastWrites = [.. _writes],
            ModeChangedAt = plant?.ModeChangedAt,
            DailyWrites = device?.Profile.Modbus?.DailyWrites ?? 0,
            WritesToday = File.WritesOn(order.Point.Equipment.Device, DateOnly.FromDateTime(now.UtcDateTime)),
        };
    }

    /// <summary>Runs a permit, counts what it wrote, and says when the device took the first of it.</summary>
    internal RecipeOutcome Run(Plant plant, RecipeRunner runner, WritePermit permit, DeviceReading before, Action? sent = null)
    {
        var outcome = runner.Run(permit, before, sent);
        if (outcome.Writes > 0)
        {
            var now = Now;
            File.AddWrites(plant.Device.Equipment.Id.Device, DateOnly.FromDateTime(now.UtcDateTime), outcome.Writes);
            for (var i = 0; i < outcome.Writes; i++)
            {
                _writes.Enqueue(now);
            }

            while (_writes.Count > PlantRules.MostWritesAMinute * 4 && _writes.TryDequeue(out _))
            {
            }

            if (permit.Steps.Any(step => string.Equals(step.Point, "mode", StringComparison.Ordinal) && !(before.Values.TryGetValue("mode", out var mode) && mode.Equals(step.Value))))
            {
                plant.ModeChangedAt = now;
            }
        }

        return outcome;
    }

    /// <summary>Does a piece of work on the device's bus, before any poll.</summary>
    /// <returns>False when too much is waiting there: nothing was kept.</returns>
    internal bool Submit(Plant plant, Action<RecipeRunner> work) => plant.Bus.Submit(master =>
    {
        try
        {
            work(new RecipeRunner(plant.Device, master));
            plant.Bus.PollSoon(plant.Device.Equipment.Id.Device);
        }
#pragma warning disable CA1031 // a full disk under an order must not stop the bus; what was kept before the write is taken back at its end
        catch (Exception broken) when (broken is not OperationCanceledException)
#pragma warning restore CA1031
        {
            LogBroken(broken, plant.Device.Equipment.Id);
        }
    });

    /// <summary>The same, unless it was tried a moment ago.</summary>
    internal void SubmitUnlessBusy(Plant plant, Action<RecipeRunner> work)
    {
        if (TimeProvider.System.GetTimestamp() >= plant.BusyUntil && Submit(plant, work))
        {
            Rest(plant, RetryAfter);
        }
    }

    /// <summary>Nothing is tried again on a device before so much time has passed.</summary>
    internal static void Rest(Plant plant, TimeSpan time) =>
        plant.BusyUntil = TimeProvider.System.GetTimestamp() + (long)(time.TotalSeconds * TimeProvider.System.TimestampFrequency);

    /// <summary>The real count at which a change ends even if the clock is set back meanwhile: no change outlives the time it was asked for.</summary>
    internal long LastEnd(Order order)
    {
        // A simulated town's clock has its own speed, and is never set back.
        if (Clock is CivilClock)
        {
            return long.MaxValue;
        }

        var asked = order.Until - order.RequestedAt;
        var left = order.Until - Now;
        var longest = left < asked ? left : asked;
        return Clock.GetTimestamp() + (long)(Math.Clamp(longest.TotalSeconds, 0, 1e9) * Clock.TimestampFrequency);
    }

    /// <summary>Whether a change has ended: by the clock, or by the time that passed.</summary>
    internal bool HasEnded(Plant plant, OverrideInForce held) => held.Order.Until <= Now || Clock.GetTimestamp() >= plant.LastEnd;

    internal void Refuse(Order order, Refusal refusal, double? limit) =>
        Tell(order, refusal == Refusal.Late ? OrderState.Expired : OrderState.Refused, refusal: refusal, limit: limit);

    internal void Tell(Order order, OrderState state, double? readBack = null, Refusal refusal = Refusal.None, double? limit = null)
    {
        LogStep(order.Point, order.Id, state, refusal, readBack);
        var report = new OrderReport { Order = order.Id, State = state, At = Now, ReadBack = readBack, Refusal = refusal, Limit = limit };
        Note(report);
        _tell(order.Point, report);
    }

    private void Note(OrderReport report)
    {
        try
        {
            File.Orders.Note(report);
        }
        catch (SqliteException full)
        {
            // Told all the same: people must hear of it, whatever the disk does.
            LogNotNoted(full, report.Order);
        }
    }

    /// <summary>After a restart: what was last told may not have left the machine, and an order cut short is over.</summary>
    internal void TellAgain()
    {
        foreach (var (point, report) in File.Orders.Last())
        {
            if (report.State != OrderState.Requested)
            {
                _tell(point, report);
            }
            else if (Plants.FirstOrDefault(plant => plant.Held is { Confirmed: true } held && held.Order.Id == report.Order)?.Held is { } confirmed)
            {
                Tell(confirmed.Order, OrderState.Confirmed);
            }
            else if (!IsInForce(report.Order))
            {
                // Taken, and cut short before anything was written that is not taken back: it will not be executed now.
                var expired = report with { State = OrderState.Expired, At = Now, Refusal = Refusal.Late };
                Note(expired);
                _tell(point, expired);
            }
        }
    }

    private bool IsInForce(Guid order) => Plants.Any(plant => plant.Held?.Order.Id == order || plant.Safety?.Order.Id == order);

    private static readonly Dictionary<string, double> NoValues = new(StringComparer.Ordinal);

    [LoggerMessage(LogLevel.Information, "Order {Order} on {Point}: {State} {Refusal} {ReadBack}")]
    private partial void LogStep(PointId point, Guid order, OrderState state, Refusal refusal, double? readBack);

    [LoggerMessage(LogLevel.Error, "The step of order {Order} could not be kept on the disk.")]
    private partial void LogNotNoted(Exception full, Guid order);

    [LoggerMessage(LogLevel.Error, "An order on {Device} was interrupted.")]
    private partial void LogBroken(Exception broken, EquipmentId device);
}
