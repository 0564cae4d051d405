using Telemetry.Analytics.Registry;
using Telemetry.Messaging.Sparkplug;
using Telemetry.Model.Energy;
using Telemetry.Model.Measures;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Ingest;

/// <summary>What births say is installed. A word nobody knows is the first of its enumeration; a value out of reason is left out.</summary>
internal static class BirthReader
{
    private static readonly string[] NotPoints =
        ["Properties/", "Outbox/", "Gateway/", "Site/", "Buildings/", "Order/", "Programme/", "Node Control/", "Device Control/", "Node Info/", "bdSeq"];

    /// <summary>The buildings a gateway speaks for.</summary>
    internal static IReadOnlyList<Building> Buildings(HostEvent birth)
    {
        const string Start = "Buildings/", End = "/Name";
        return
        [
            .. birth.Payload.Metrics
                .Where(metric => metric.Name.StartsWith(Start, StringComparison.Ordinal) && metric.Name.EndsWith(End, StringComparison.Ordinal))
                .Where(metric => metric.Name.Length > Start.Length + End.Length)
                .Select(metric => Building(birth.Group, metric.Name[Start.Length..^End.Length], metric)),
        ];
    }

    /// <summary>The device and its points.</summary>
    internal static Birth Device(HostEvent birth, string device)
    {
        var id = new EquipmentId(birth.Group, birth.Node, device);
        string? Word(string name) => birth.Payload.Metrics.FirstOrDefault(metric => metric.Name == name)?.Value as string;
        var equipment = new Equipment
        {
            Id = id,
            BuildingId = Word("Properties/Building") ?? "",
            Name = Word("Properties/Name") is { Length: > 0 } name ? name : device,
            Kind = WordOf.Enumeration<EquipmentKind>(Word("Properties/Kind")),
            Model = Word("Properties/Model") ?? "",
        };
        return new Birth(equipment,
            [.. birth.Payload.Metrics.Where(IsPoint).DistinctBy(metric => metric.Name, StringComparer.Ordinal).Select(metric => Point(id, metric))]);
    }

    /// <summary>Whether a metric is a point's value.</summary>
    internal static bool IsPoint(Metric metric) =>
        metric.IsNumeric && metric.Name.Length > 0 && !NotPoints.Any(start => metric.Name.StartsWith(start, StringComparison.Ordinal));

    private static Building Building(string municipality, string id, Metric metric) => new()
    {
        Id = id,
        Municipality = municipality,
        Name = metric.Value is string { Length: > 0 } name ? name : id,
        Use = WordOf.Enumeration<BuildingUse>(metric.Text("use")),
        FloorAreaM2 = metric.Number("floorArea") is > 0 and var area ? area : null,
    };

    private static Point Point(EquipmentId equipment, Metric metric) => new()
    {
        Id = new PointId(equipment, metric.Name),
        Quantity = WordOf.Enumeration<Quantity>(metric.Text("quantity")),
        Unit = metric.Text("unit") ?? "",
        Function = WordOf.Enumeration<PointFunction>(metric.Text("function")),
        Accumulation = WordOf.Enumeration<Accumulation>(metric.Text("accumulation")),
        Carrier = WordOf.Enumeration<Carrier>(metric.Text("carrier")),
        MeterRole = WordOf.Enumeration<MeterRole>(metric.Text("meterRole")),
        EndUse = WordOf.Enumeration<EndUse>(metric.Text("endUse")),
        KWhPerUnit = metric.Number("kWhPerUnit") is > 0 and var kWh ? kWh : 1,
        Heartbeat = metric.Number("heartbeatSeconds") is > 0 and < 1e7 and var seconds ? TimeSpan.FromSeconds(seconds) : TimeSpan.FromMinutes(1),
        Bounds = BoundsOf(metric),
    };

    private static Bounds? BoundsOf(Metric metric) =>
        metric.Number("min") is { } min && metric.Number("max") is { } max && max >= min
            ? new Bounds(min, max, metric.Number("step") is > 0 and var step ? step : 1)
            : null;
}
