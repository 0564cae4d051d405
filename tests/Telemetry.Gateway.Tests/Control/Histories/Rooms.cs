using Telemetry.Gateway.Configuration;
using Telemetry.Model.Measures;
using Telemetry.Model.Sites;

namespace Telemetry.Gateway.Tests.Control.Histories;

/// <summary>Makes boiler rooms of the school's.</summary>
internal static class Rooms
{
    internal const int SmallBudget = 4;

    internal static DeviceConfiguration As(this DeviceConfiguration school, RoomKind kind)
    {
        var room = school with { Profile = school.Profile with { Override = school.Profile.Override! with { Settle = TimeSpan.Zero } } };
        return kind switch
        {
            RoomKind.OwnBurner => room with { Points = [.. room.Points.Select(point => point.Profile.Name == "pump.state" ? Named(point, "burner.state") : point)] },
            RoomKind.OwnCode => room with { Boilers = [], Points = [.. room.Points.Select(point => point.Profile.Name == "fault.state" ? Named(point, "fault.code") : point)] },
            RoomKind.NoSwitch => room with { Profile = room.Profile with { Override = room.Profile.Override! with { LocalWhen = [] } } },
            RoomKind.WideSite => room with
            {
                Points = [.. room.Points.Select(point => point.Profile.Name == "room.temperature.sp" ? point with { Point = point.Point with { Bounds = new Bounds(-10, 60, 0.5) } } : point)],
            },
            RoomKind.SmallBudget => room with { Profile = room.Profile with { Modbus = room.Profile.Modbus! with { DailyWrites = SmallBudget } } },
            _ => room,
        };
    }

    private static DevicePoint Named(DevicePoint point, string name) => point with
    {
        Profile = point.Profile with { Name = name }, Point = point.Point with { Id = new PointId(point.Point.Id.Equipment, name) },
    };
}
