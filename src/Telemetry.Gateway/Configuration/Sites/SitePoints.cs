using Telemetry.Model.Energy;
using Telemetry.Model.Measures;
using Telemetry.Model.Settings;
using Telemetry.Model.Sites;

namespace Telemetry.Gateway.Configuration;

/// <summary>Joins a profile's points with what a site file says of them.</summary>
internal sealed class SitePoints(YamlSource source, YamlMap device, EquipmentId equipment, DeviceProfile profile, TimeSpan period)
{
    /// <summary>Longest time between two values while all is well, unless the device itself is slower.</summary>
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(60);

    /// <summary>The points as installed; faults go to the source.</summary>
    internal IReadOnlyList<DevicePoint> Read()
    {
        var overrides = device.Map("points");
        var writable = device.Texts("writable");
        foreach (var name in writable)
        {
            CheckWritable(name);
        }

        if (writable.Contains(ControllerSettings.Tank, StringComparer.Ordinal) && !writable.Contains(ControllerSettings.TankAtRest, StringComparer.Ordinal)
            && profile.Points.Any(point => point is { Name: ControllerSettings.TankAtRest, Write: not null }))
        {
            device.Fault("writable", $"this controller has a set point of its own for the hours without use, in which legionella runs fall: add {ControllerSettings.TankAtRest} beside {ControllerSettings.Tank}.");
        }

        var points = profile.Points
            .Where(point => !point.OnRequest || writable.Contains(point.Name, StringComparer.Ordinal) || overrides?.Keys.Contains(point.Name, StringComparer.Ordinal) == true)
            .Select(point => Join(point, overrides?.Map(point.Name), writable.Contains(point.Name, StringComparer.Ordinal)))
            .ToList();
        overrides?.Done();
        return points;
    }

    private void CheckWritable(string name)
    {
        var point = profile.Points.FirstOrDefault(candidate => string.Equals(candidate.Name, name, StringComparison.Ordinal));
        var settable = profile.Override?.Point;
        if (settable is not null && point?.Write is not null && ControllerSettings.KeptAt(name) is not null)
        {
            return;
        }

        if (point?.Write is null || !string.Equals(settable, name, StringComparison.Ordinal))
        {
            device.Fault("writable", settable is null
                ? $"'{name}' cannot be written: {profile.Id} has no recipe for orders, remove 'writable'."
                : $"'{name}' cannot be written from afar: write writable: [{string.Join(", ", profile.Points.Where(one => one.Write is not null && ControllerSettings.KeptAt(one.Name) is not null).Select(one => one.Name).Prepend(settable))}]");
        }
    }

    private DevicePoint Join(PointProfile point, YamlMap? map, bool writable)
    {
        var bounds = writable && point.Write is { } write ? Narrow(write.Bounds, map) : null;
        var band = point.Band;
        if (map?.Numbers("band") is [var min, var max])
        {
            band = new Band(min, max);
        }

        var quantity = point.Quantity;
        var every = Every(map);
        var joined = new DevicePoint
        {
            Profile = point,
            Band = band,
            Judgement = PointJudgement.Read(map),
            Every = every,
            Scale = map?.Number("scale", point.Scale) ?? point.Scale,
            Deadband = map?.Number("deadband", point.Deadband ?? Usual(quantity), 0) ?? point.Deadband ?? Usual(quantity),
            Point = new Point
            {
                Id = new PointId(equipment, point.Name),
                Quantity = quantity,
                Unit = point.Unit,
                Function = point.Function,
                Accumulation = point.Accumulation,
                Carrier = map?.Word("carrier", Carrier.None) ?? Carrier.None,
                MeterRole = map?.Word("meterRole", MeterRole.None) ?? MeterRole.None,
                EndUse = map?.Word("endUse", EndUse.All) ?? EndUse.All,
                KWhPerUnit = map?.Number("kWhPerUnit", 1, 1e-6, 1e6) ?? 1,
                Bounds = bounds,
                Heartbeat = period * every > Heartbeat ? period * every : Heartbeat,
            },
        };
        map?.TextOrNull("label");
        map?.Done();
        return joined;
    }

    /// <summary>A period of its own, in whole polls of the device.</summary>
    private int Every(YamlMap? map)
    {
        if (map?.Has("periodSeconds") != true)
        {
            return 1;
        }

        if (profile.Modbus is null)
        {
            map.Fault("periodSeconds", "this device publishes when it wants: 'periodSeconds' is for points that are read, remove it.");
        }

        var seconds = map.Number("periodSeconds", period.TotalSeconds, period.TotalSeconds, 86_400);
        return Math.Max(1, (int)Math.Round(seconds / period.TotalSeconds));
    }

    /// <summary>A site may narrow what the profile allows, never widen it.</summary>
    private Bounds Narrow(Bounds profileBounds, YamlMap? map)
    {
        if (map is null)
        {
            return profileBounds;
        }

        var min = map.Number("min", profileBounds.Min, profileBounds.Min, profileBounds.Max);
        var max = map.Number("max", profileBounds.Max, profileBounds.Min, profileBounds.Max);
        var step = map.Number("step", profileBounds.Step, profileBounds.Step);
        if (max < min)
        {
            source.Fault(map.LineOf("max"), "'max' is under 'min': exchange them.");
            return profileBounds;
        }

        return new Bounds(min, max, step);
    }

    private static double Usual(Quantity quantity) => quantity switch
    {
        Quantity.Temperature => 0.05,
        Quantity.RelativeHumidity => 0.5,
        Quantity.ActivePower or Quantity.ApparentPower => 10,
        Quantity.Voltage => 0.5,
        Quantity.Current => 0.1,
        Quantity.Frequency => 0.02,
        _ => 0,
    };
}
