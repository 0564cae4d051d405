namespace Telemetry.Analytics.Imports.Files;

/// <summary>One value of a file, ready to be kept.</summary>
/// <param name="Line">Its line.</param>
/// <param name="Series">Where it belongs.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="From">Start, UTC.</param>
/// <param name="To">End, UTC; equal to the start for the value of an instant.</param>
/// <param name="Value">In <paramref name="Unit"/>.</param>
/// <param name="Estimated">Whether the file says that it was estimated.</param>
/// <param name="Note">What stands beside it: an invoice's number, a holiday's name.</param>
internal sealed record ReadValue(int Line, string Series, string Unit, DateTimeOffset From, DateTimeOffset To, double Value, bool Estimated, string Note);
