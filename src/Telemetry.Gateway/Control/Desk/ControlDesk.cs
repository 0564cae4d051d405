using Microsoft.Extensions.Logging;
using Telemetry.Gateway.Configuration;
using Telemetry.Gateway.Control.Boilers;
using Telemetry.Gateway.Drivers.Modbus;
using Telemetry.Messaging.Sparkplug;
using Telemetry.Model.Control;
using Telemetry.Model.Sites;

namespace Telemetry.Gateway.Control;

/// <summary>Lives every order's life: check, write, read back, look for the effect, report, and take back at its end, across restarts.</summary>
internal sealed partial class ControlDesk : IDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);
    private readonly ILogger _log;
    private readonly Overrides _overrides;
    private readonly Safeties _safeties;
    private ITimer? _timer;

    internal ControlDesk(
        IEnumerable<(DeviceConfiguration Device, IFieldBus Bus)> devices, ControlFile file, Action<PointId, OrderReport> tell, TimeProvider clock, ILogger log, DeskSenses? senses = null)
    {
        _log = log;
        Hand = new Hand(devices, file, tell, clock, log, senses ?? new DeskSenses());
        (_overrides, _safeties) = (new Overrides(Hand, log), new Safeties(Hand, log));
        _safeties.Recall();
        _overrides.Recall();
    }

    /// <summary>What all who write share.</summary>
    internal Hand Hand { get; }

    /// <summary>Every change in force.</summary>
    internal IReadOnlyCollection<OverrideInForce> AllInForce => [.. Hand.Plants.Select(plant => plant.Held).OfType<OverrideInForce>()];

    /// <summary>Plants in safety, with the code shown on site.</summary>
    internal IReadOnlyCollection<(EquipmentId Equipment, SafetyInForce Safety)> AllInSafety =>
        [.. Hand.Plants.Where(plant => plant.Safety is not null).Select(plant => (plant.Device.Equipment.Id, plant.Safety!))];

    /// <summary>Looks again at what was in force before a restart, then watches the ends.</summary>
    internal void Start()
    {
        Hand.TellAgain();
        foreach (var plant in Hand.Plants)
        {
            ResumeHeld(plant);
        }

        _timer = Hand.Clock.CreateTimer(_ => Watch(), null, Tick, Tick);
    }

    /// <summary>A device answers again: what it may have forgotten is written again, if it still holds.</summary>
    internal void Reached(EquipmentId equipment)
    {
        if (Hand.Find(equipment) is { } plant)
        {
            ResumeHeld(plant);
        }
    }

    /// <summary>Takes a device command.</summary>
    internal void Take(EquipmentId equipment, SparkplugCommand command)
    {
        var order = OrderReader.Read(equipment, command.Metrics, out var whole);
        if (order is null)
        {
            LogOwnerless(equipment);
        }
        else if (!Hand.File.Orders.Remember(order))
        {
            LogKnown(order.Id);
        }
        else if (command.Retained)
        {
            // Remembered first: what was refused as an old message is not executed as a new one.
            Hand.Tell(order, OrderState.Refused, refusal: Refusal.Retained);
        }
        else if (!whole)
        {
            Hand.Tell(order, OrderState.Refused, refusal: Refusal.Malformed);
        }
        else
        {
            Examine(order);
        }
    }

    public void Dispose() => _timer?.Dispose();

    private void ResumeHeld(Plant plant)
    {
        if (plant.Held is { } kept && plant.Safety is null)
        {
            Hand.Submit(plant, runner => _overrides.Resume(plant, runner, kept));
        }
    }

    private void Watch()
    {
        foreach (var plant in Hand.Plants)
        {
            plant.Flame = plant.Flame.Next(Flame.Seen(plant.Device, Hand.Senses.Live, Hand.Now), Hand.Now);
            _safeties.Watch(plant);
            _overrides.Watch(plant);
        }
    }

    /// <summary>The rules that need no word of the device, then the bus.</summary>
    private void Examine(Order order)
    {
        var (refusal, limit) = Interlocks.CheckBeforeReading(order, Hand.Snapshot(order, null));
        if (refusal != Refusal.None)
        {
            if (refusal == Refusal.WrongCode)
            {
                _safeties.CountWrong(Hand.Find(order.Point.Equipment)!);
            }

            Hand.Refuse(order, refusal, limit);
            return;
        }

        var plant = Hand.Find(order.Point.Equipment)!;
        if (order.Kind == OrderKind.Reserve)
        {
            Reserve(plant, order);
        }
        else if (!Hand.Submit(plant, runner => Execute(plant, runner, order)))
        {
            Hand.Refuse(order, Refusal.NoAnswer, null);
        }
    }

    private void Reserve(Plant plant, Order order)
    {
        var given = order.Value == 0;
        plant.Reservation = given ? null : new Reservation(order.By, Hand.Now + Reservation.Length);
        Hand.Tell(order, given ? OrderState.Released : OrderState.Confirmed);
    }

    private void Execute(Plant plant, RecipeRunner runner, Order order)
    {
        var reading = runner.ReadState(plant.Device.Profile.Override!);
        var permit = WritePermit.Ask(order, Hand.Snapshot(order, reading), out var refusal, out var limit);
        if (permit is null)
        {
            Hand.Refuse(order, refusal, limit);
            return;
        }

        Hand.Tell(order, OrderState.Checked);
        plant.Reservation = new Reservation(order.By, Hand.Now + Reservation.Length);
        switch (order.Kind)
        {
            case OrderKind.SafeState:
                _safeties.Enter(plant, runner, permit, reading!);
                break;
            case OrderKind.Release when plant.Safety is not null:
                _safeties.Release(plant, runner, permit, reading!);
                break;
            case OrderKind.Release:
                _overrides.Release(plant, runner, permit, reading!);
                break;
            default:
                _overrides.Apply(plant, runner, permit, reading!);
                break;
        }
    }

    [LoggerMessage(LogLevel.Warning, "A command to {Device} without order.id was refused: nothing writes without an owner and an end.")]
    private partial void LogOwnerless(EquipmentId device);

    [LoggerMessage(LogLevel.Information, "Order {Order} came again and is not executed again.")]
    private partial void LogKnown(Guid order);
}
