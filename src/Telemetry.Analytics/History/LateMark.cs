using Telemetry.Model.Sites;

namespace Telemetry.Analytics.History;

/// <summary>Samples that came after newer ones of their point: what was derived around them is no longer true.</summary>
/// <param name="Id">Place in the order of their storing; rises.</param>
/// <param name="Point">The point.</param>
/// <param name="First">The earliest of them.</param>
/// <param name="Last">The latest of them.</param>
public sealed record LateMark(long Id, PointId Point, DateTimeOffset First, DateTimeOffset Last);
