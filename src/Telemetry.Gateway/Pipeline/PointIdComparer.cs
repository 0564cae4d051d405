using System.Diagnostics.CodeAnalysis;
using Telemetry.Model.Sites;

namespace Telemetry.Gateway.Pipeline;

/// <summary>Finds the points of one gateway: they differ by device and name, and only these are hashed.</summary>
internal sealed class PointIdComparer : IEqualityComparer<PointId>
{
    internal static readonly PointIdComparer OfOneGateway = new();

    public bool Equals(PointId x, PointId y) =>
        Same(x.Name, y.Name) && Same(x.Equipment.Device, y.Equipment.Device)
        && Same(x.Equipment.Gateway, y.Equipment.Gateway) && Same(x.Equipment.Municipality, y.Equipment.Municipality);

    public int GetHashCode([DisallowNull] PointId obj) =>
        unchecked((obj.Equipment.Device.GetHashCode(StringComparison.Ordinal) * 31) + obj.Name.GetHashCode(StringComparison.Ordinal));

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.Ordinal);
}
