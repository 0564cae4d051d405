using System.Globalization;
using System.Reflection;

namespace Telemetry.Gateway.Pipeline;

/// <summary>The day this gateway was built: no true clock shows a time before it.</summary>
internal static class BuildDate
{
    internal static DateTimeOffset OfThisGateway { get; } = Parse(
        typeof(BuildDate).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(data => data.Key == "BuildDate")?.Value);

    /// <summary>A day before it, for a builder's clock may be ahead of ours; the beginning of 2026 when it is not told.</summary>
    internal static DateTimeOffset Parse(string? day) =>
        DateTimeOffset.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var built)
            ? built.AddDays(-1)
            : new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
}
