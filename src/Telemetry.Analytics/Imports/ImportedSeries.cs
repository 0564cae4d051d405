namespace Telemetry.Analytics.Imports;

/// <summary>What an import did to one series.</summary>
/// <param name="Name">The series.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Added">Values that were not there.</param>
/// <param name="Changed">Values that were there with another number; the former one is kept beside.</param>
/// <param name="Same">Values that were there already.</param>
/// <param name="From">Start of the earliest value of the file.</param>
/// <param name="To">End of the latest.</param>
/// <param name="Sum">Sum of the file's values, in the unit.</param>
public sealed record ImportedSeries(string Name, string Unit, int Added, int Changed, int Same, DateTimeOffset From, DateTimeOffset To, double Sum);
