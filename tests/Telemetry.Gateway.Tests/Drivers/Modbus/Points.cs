using Telemetry.Gateway.Configuration;
using Telemetry.Model.Measures;
using Telemetry.Model.Sites;

namespace Telemetry.Gateway.Tests.Drivers.Modbus;

/// <summary>Points and devices made for a test.</summary>
internal static class Points
{
    private static readonly Equipment Equipment =
        new() { Id = new EquipmentId("m", "g", "d"), BuildingId = "b", Name = "d", Kind = EquipmentKind.Other, Model = "test" };

    internal static DevicePoint Of(string name, int address, int length = 1) => Of(name, new RegisterMap
    {
        Kind = RegisterKind.Holding,
        Address = (ushort)address,
        Type = length switch { 1 => RegisterType.UInt16, 2 => RegisterType.UInt32, _ => RegisterType.UInt64 },
    });

    internal static DevicePoint Of(string name, RegisterMap register) => new()
    {
        Profile = new PointProfile { Name = name, Register = register },
        Point = new Point { Id = new PointId(Equipment.Id, name), Quantity = Quantity.Dimensionless, Unit = "" },
    };

    internal static DeviceConfiguration Device(ModbusProfile modbus, params DevicePoint[] points) => new()
    {
        Equipment = Equipment,
        Unit = 1,
        Period = TimeSpan.FromMilliseconds(100),
        Profile = new DeviceProfile { Id = "test", Name = "Test", Points = [.. points.Select(point => point.Profile)], Modbus = modbus },
        Points = points,
    };
}
