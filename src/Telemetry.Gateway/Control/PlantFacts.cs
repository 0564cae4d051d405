using Telemetry.Gateway.Configuration;
using Telemetry.Gateway.Control.Boilers;
using Telemetry.Model.Measures;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Gateway.Control;

/// <summary>What the sensors of a boiler room say at one instant; null for what is not there, not fresh or not to be believed.</summary>
internal sealed record PlantFacts
{
    internal static readonly TimeSpan UsualSilence = TimeSpan.FromMinutes(5);

    /// <summary>°C, as are the next four.</summary>
    internal double? Room { get; init; }

    internal double? Outdoor { get; init; }

    internal double? Flow { get; init; }

    internal double? FlowSetpoint { get; init; }

    /// <summary>The room set point that the controller itself follows now.</summary>
    internal double? ActiveSetpoint { get; init; }

    internal bool? Pump { get; init; }

    internal bool? Burner { get; init; }

    /// <summary>Since when the burner is as it is; null when no change was seen.</summary>
    internal DateTimeOffset? BurnerSince { get; init; }

    /// <summary>The controller reports a fault that no lost sensor explains, or each of its boilers one.</summary>
    internal bool Fault { get; init; }

    /// <summary>A temperature that this controller should have is lost.</summary>
    internal bool SensorLost { get; init; }

    /// <summary>Looks at the latest samples of a device.</summary>
    /// <param name="device">The boiler room.</param>
    /// <param name="live">The latest judged sample of a point.</param>
    /// <param name="now">The civil instant.</param>
    /// <param name="silence">Age at which a value is no longer believed.</param>
    internal static PlantFacts Of(DeviceConfiguration device, Func<PointId, Sample?> live, DateTimeOffset now, TimeSpan silence)
    {
        Sample? Last(string name) => device.Find(name) is null ? null : live(new PointId(device.Equipment.Id, name));
        double? Fresh(string name) => Last(name) is { } sample && !sample.Quality.IsBad && double.IsFinite(sample.Value) && now - sample.At <= silence ? sample.Value : null;
        var lost = device.Published.Any(point => point is { Point: { Quantity: Quantity.Temperature, Function: PointFunction.Sensor }, Profile: { OnRequest: false, Optional: false } }
            && live(point.Point.Id) is { Quality: Quality.NoSensor });
        var told = device.Find("fault.state") is null ? BoilerSight.IsFault(Fresh("fault.code")) : Fresh("fault.state") > 0;
        return new PlantFacts
        {
            Room = Fresh("room.temperature"),
            Outdoor = Fresh("outdoor.temperature"),
            Flow = Fresh("flow.temperature"),
            FlowSetpoint = Fresh("flow.temperature.sp"),
            ActiveSetpoint = Fresh("room.temperature.sp.active"),
            Pump = Fresh("pump.state") is { } pump ? pump > 0 : null,
            Burner = BoilerPointNames.Flames.Select(Fresh).FirstOrDefault(flame => flame is not null) is { } on ? on > 0 : null,
            SensorLost = lost,
            // A common fault bit also says « a sensor is missing »: that is no reason to leave a school cold (S10).
            Fault = (told && !lost) || (device.Boilers.Count > 0 && device.Boilers.All(boiler => BoilerSight.Of(boiler, live, now).Fault)),
        };
    }
}
