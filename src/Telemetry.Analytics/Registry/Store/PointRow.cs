using Telemetry.Model.Energy;
using Telemetry.Model.Measures;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Registry.Store;

/// <summary>A point as it is kept.</summary>
internal sealed class PointRow
{
    public required string Municipality { get; init; }

    public required string Gateway { get; init; }

    public required string Device { get; init; }

    public required string Name { get; init; }

    public required string Quantity { get; init; }

    public required string Unit { get; init; }

    public required string Function { get; init; }

    public required string Accumulation { get; init; }

    public required string Carrier { get; init; }

    public required string MeterRole { get; init; }

    public required string EndUse { get; init; }

    public required double KWhPerUnit { get; init; }

    public required double HeartbeatSeconds { get; init; }

    public double? Min { get; init; }

    public double? Max { get; init; }

    public double? Step { get; init; }

    internal Point ToModel() => new()
    {
        Id = new PointId(new EquipmentId(Municipality, Gateway, Device), Name),
        Quantity = WordOf.Enumeration<Quantity>(Quantity),
        Unit = Unit,
        Function = WordOf.Enumeration<PointFunction>(Function),
        Accumulation = WordOf.Enumeration<Accumulation>(Accumulation),
        Carrier = WordOf.Enumeration<Carrier>(Carrier),
        MeterRole = WordOf.Enumeration<MeterRole>(MeterRole),
        EndUse = WordOf.Enumeration<EndUse>(EndUse),
        KWhPerUnit = KWhPerUnit,
        Heartbeat = TimeSpan.FromSeconds(HeartbeatSeconds),
        Bounds = Min is { } min && Max is { } max && Step is { } step ? new Bounds(min, max, step) : null,
    };

    internal static PointRow From(Point point) => new()
    {
        Municipality = point.Id.Equipment.Municipality,
        Gateway = point.Id.Equipment.Gateway,
        Device = point.Id.Equipment.Device,
        Name = point.Id.Name,
        Quantity = point.Quantity.ToString(),
        Unit = point.Unit,
        Function = point.Function.ToString(),
        Accumulation = point.Accumulation.ToString(),
        Carrier = point.Carrier.ToString(),
        MeterRole = point.MeterRole.ToString(),
        EndUse = point.EndUse.ToString(),
        KWhPerUnit = point.KWhPerUnit,
        HeartbeatSeconds = point.Heartbeat.TotalSeconds,
        Min = point.Bounds?.Min,
        Max = point.Bounds?.Max,
        Step = point.Bounds?.Step,
    };
}
