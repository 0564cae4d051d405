namespace Telemetry.Dashboard.Live;

/// <summary>One figure on the live stream.</summary>
/// <param name="Name">Which one.</param>
/// <param name="Text">As printed.</param>
/// <param name="At">When it was measured, Unix milliseconds; 0 when never.</param>
/// <param name="Old">Age in seconds from which it is too old.</param>
internal sealed record FigureView(string Name, string Text, long At, double Old);
