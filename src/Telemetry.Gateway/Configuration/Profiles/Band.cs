using System.Runtime.InteropServices;

namespace Telemetry.Gateway.Configuration;

/// <summary>Smallest and largest value that is physically possible, both included.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Band(double Min, double Max);
