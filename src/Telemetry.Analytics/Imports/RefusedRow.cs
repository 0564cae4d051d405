namespace Telemetry.Analytics.Imports;

/// <summary>A row that was not taken.</summary>
/// <param name="Line">Its line in the file.</param>
/// <param name="Reason">Why.</param>
/// <param name="Text">The row, shortened.</param>
public sealed record RefusedRow(int Line, string Reason, string Text);
