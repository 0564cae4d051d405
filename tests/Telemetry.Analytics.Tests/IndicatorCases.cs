using System.Text.Json;

namespace Telemetry.Analytics.Tests;

/// <summary>The file of small input and output cases, one list a formula.</summary>
public static class IndicatorCases
{
    internal static JsonElement All { get; } = JsonDocument.Parse(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "cases", "indicator-cases", "cases.json"))).RootElement;

    public static TheoryData<int> Of(string formula) => [.. Enumerable.Range(0, All.GetProperty(formula).GetArrayLength())];

    internal static (JsonElement Input, JsonElement Expected) Case(string formula, int place)
    {
        var one = All.GetProperty(formula)[place];
        return (one.GetProperty("input"), one.GetProperty("expected"));
    }

    internal static double Number(JsonElement holder, string name) => holder.GetProperty(name).GetDouble();

    internal static double? Maybe(JsonElement holder, string name) => holder.TryGetProperty(name, out var number) ? number.GetDouble() : null;

    internal static IEnumerable<double> Numbers(JsonElement list) => list.EnumerateArray().Select(number => number.GetDouble());

    /// <summary>Within 1e-6 of the expected value, as printed with six decimals.</summary>
    internal static void Close(double expected, double value) => Assert.Equal(expected, value, Math.Max(1e-6, Math.Abs(expected) * 1e-6));
}
