using System.Globalization;

namespace Telemetry.Gateway.Tests;

/// <summary>How many cases of bad input each decoder meets: a few here, millions where <c>TELEMETRY_FUZZ_CASES</c> says so (<c>bench/fuzz/run</c>).</summary>
internal static class FuzzCases
{
    internal const string Variable = "TELEMETRY_FUZZ_CASES";

    /// <summary>The number asked for, or the usual one.</summary>
    /// <param name="usual">In every run of the tests.</param>
    /// <param name="share">One case in so many, where a case is that much dearer.</param>
    internal static int Of(int usual, int share = 1) =>
        int.TryParse(Environment.GetEnvironmentVariable(Variable), NumberStyles.None, CultureInfo.InvariantCulture, out var cases) ? Math.Max(1, cases / share) : usual;

    /// <summary>Seed of the random numbers: the same in every run of the tests, another where <c>TELEMETRY_FUZZ_SEED</c> says so.</summary>
    internal static int Seed(int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable("TELEMETRY_FUZZ_SEED"), NumberStyles.None, CultureInfo.InvariantCulture, out var seed) ? unchecked(usual + (seed * 7919)) : usual;
}
