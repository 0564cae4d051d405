namespace Telemetry.Dashboard.Charts;

/// <summary>One line of a chart: evenly spaced values, NaN where nothing is known.</summary>
/// <param name="Name">As printed beside it.</param>
/// <param name="Style">Which of the five styles of the palette, from 1.</param>
/// <param name="Values">One value a step.</param>
internal sealed record Curve(string Name, int Style, IReadOnlyList<double> Values);
