using System.Globalization;
using Telemetry.Gateway.Configuration;
using Telemetry.Model.Measures;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Gateway.Control.Boilers;

/// <summary>What is advised of a cascade, as points of its boiler room.</summary>
internal static class CascadePoints
{
    /// <summary>The boiler that should lead, from 1 as they are numbered on site.</summary>
    internal const string Lead = "cascade.lead";

    /// <summary>How many should run.</summary>
    internal const string Wanted = "cascade.wanted";

    /// <summary>How many do.</summary>
    internal const string Running = "cascade.running";

    // Told when it changes; else once an hour.
    private static readonly TimeSpan Heartbeat = TimeSpan.FromHours(1);

    /// <summary>The hours of a boiler, from 1.</summary>
    internal static string Hours(int number) => string.Create(CultureInfo.InvariantCulture, $"cascade.hours.{number}");

    /// <summary>The site with these points on every boiler room that names its boilers.</summary>
    internal static SiteConfiguration With(SiteConfiguration site) =>
        site with { Devices = [.. site.Devices.Select(device => device.Boilers.Count == 0 ? device : device with { Points = [.. device.Points, .. Of(device)] })] };

    /// <summary>The values of the points.</summary>
    internal static IEnumerable<Sample> Say(EquipmentId room, CascadeState state, IReadOnlyList<BoilerSight> boilers, DateTimeOffset now)
    {
        Sample One(string name, double? value) => value is { } known
            ? new Sample(new PointId(room, name), now, known, Quality.Good)
            : Sample.Missing(new PointId(room, name), now, Quality.NoSensor);
        return [One(Lead, state.Lead + 1), One(Wanted, state.Wanted), One(Running, state.Running), .. boilers.Select((boiler, place) => One(Hours(place + 1), boiler.Hours is { } hours ? Math.Floor(hours) : null))];
    }

    private static IEnumerable<DevicePoint> Of(DeviceConfiguration room) =>
        new[] { Lead, Wanted, Running }.Select(name => Point(room, name, "")).Concat(Enumerable.Range(1, room.Boilers.Count).Select(number => Point(room, Hours(number), "h")));

    private static DevicePoint Point(DeviceConfiguration room, string name, string unit) => new()
    {
        Profile = new PointProfile { Name = name, Quantity = Quantity.Dimensionless, Unit = unit, Optional = true },
        Point = new Point { Id = new PointId(room.Equipment.Id, name), Quantity = Quantity.Dimensionless, Unit = unit, Heartbeat = Heartbeat },
    };
}
