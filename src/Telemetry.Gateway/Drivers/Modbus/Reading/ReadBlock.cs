using Telemetry.Gateway.Configuration;
using Telemetry.Model.Samples;

namespace Telemetry.Gateway.Drivers.Modbus;

/// <summary>One read request and the points it serves.</summary>
internal sealed record ReadBlock(RegisterKind Kind, ushort Address, int Count, IReadOnlyList<DevicePoint> Points)
{
    /// <summary>Read at one poll in so many.</summary>
    internal int Every { get; } = Points[0].Every;

    /// <summary>Where the samples of one read are put, in the order of the points: the same place at each read.</summary>
    internal Sample[] Samples => field is { } kept && kept.Length == Points.Count ? kept : field = new Sample[Points.Count];
}
