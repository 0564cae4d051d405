using System.Text.Json;
using Telemetry.Analytics.Indicators.Carbon;

namespace Telemetry.Analytics.Imports;

/// <summary>Reads a factor set from its file.</summary>
public static class FactorFile
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>The set that comes with the product.</summary>
    public static FactorSet Shipped { get; } = ReadShipped();

    /// <summary>Reads a set.</summary>
    /// <exception cref="FormatException">The file cannot be read; the message says what is wrong.</exception>
    public static FactorSet Read(Stream stream)
    {
        try
        {
            var set = JsonSerializer.Deserialize<Layout>(stream, Json) ?? throw new FormatException("The factor file is empty.");
            foreach (var entry in set.Factors.Where(entry => !(entry.Value >= 0 && double.IsFinite(entry.Value))))
            {
                throw new FormatException($"Factor '{entry.Id}': the value must be a number, at least 0.");
            }

            return new FactorSet(set.Name, set.Edition, set.Licence, set.Factors);
        }
        catch (JsonException wrong)
        {
            throw new FormatException($"The factor file cannot be read: {wrong.Message}", wrong);
        }
    }

    private static FactorSet ReadShipped()
    {
        using var stream = typeof(FactorFile).Assembly.GetManifestResourceStream("factors.json")
            ?? throw new InvalidOperationException("The factor set is not in the assembly.");
        return Read(stream);
    }

    private sealed record Layout(string Name, DateOnly Edition, string Licence, IReadOnlyList<FactorEntry> Factors);
}
