using System.Globalization;

namespace Telemetry.Analytics.Tests.Published;

/// <summary>A published value against ours: asserted, and written for <c>docs/validation.md</c> when <c>TELEMETRY_VALIDATION</c> names a file.</summary>
internal static class Reproduction
{
    private static readonly Lock Gate = new();

    /// <summary>Holds ours against the published value.</summary>
    /// <param name="what">What it is, with its unit.</param>
    /// <param name="published">As published.</param>
    /// <param name="ours">As our code gives it.</param>
    /// <param name="tolerance">Greatest difference, in the same unit.</param>
    internal static void Check(string what, double published, double ours, double tolerance)
    {
        if (Environment.GetEnvironmentVariable("TELEMETRY_VALIDATION") is { Length: > 0 } file)
        {
            lock (Gate)
            {
                File.AppendAllText(file, string.Create(CultureInfo.InvariantCulture, $"{what}\t{published:G10}\t{ours:G10}\t{ours - published:G3}\t{tolerance:G3}\n"));
            }
        }

        Assert.True(Math.Abs(published - ours) <= tolerance, string.Create(CultureInfo.InvariantCulture, $"{what}: published {published:R}, ours {ours:R}, allowed {tolerance:R}"));
    }

    /// <summary>Within 1e-6 of the value.</summary>
    internal static void Same(string what, double published, double ours) => Check(what, published, ours, Math.Max(1e-6, Math.Abs(published) * 1e-6));
}
