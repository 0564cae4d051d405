using Telemetry.Model.Measures;

namespace Telemetry.Gateway.Configuration;

/// <summary>How and within what a point may be written: by function 5, 6, 15 or 16.</summary>
internal sealed record WriteRule(int Function, Bounds Bounds);
