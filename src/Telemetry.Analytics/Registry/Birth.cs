using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Registry;

/// <summary>What a device's birth says is installed.</summary>
/// <param name="Equipment">The equipment.</param>
/// <param name="Points">All its points: those of an earlier birth that are not here are gone.</param>
internal sealed record Birth(Equipment Equipment, IReadOnlyList<Point> Points);
