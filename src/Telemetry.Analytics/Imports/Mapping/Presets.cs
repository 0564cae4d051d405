namespace Telemetry.Analytics.Imports.Mapping;

/// <summary>Formats many suppliers' customers get alike, so that a mapping only says whose meter it is.</summary>
/// <param name="Kind">What the rows are.</param>
/// <param name="Delimiter">Between cells.</param>
/// <param name="Time">Column of the time.</param>
/// <param name="Formats">Of the time; empty for ISO 8601.</param>
/// <param name="StampsEnd">Whether a time marks the end of its interval.</param>
/// <param name="Step">Length of the intervals.</param>
/// <param name="Value">Column of the value.</param>
/// <param name="Unit">Its unit.</param>
internal sealed record Presets(
    ImportKind Kind, string Delimiter, string Time, IReadOnlyList<string> Formats, bool StampsEnd, IntervalStep Step, string Value, string Unit)
{
    private static readonly Dictionary<string, Presets> All = new(StringComparer.Ordinal)
    {
        // Preamble of two lines, then Horodate;Valeur: ISO 8601 with offset, mean power of the step that ends there, steps of 10 to 60 minutes in one file.
        ["enedis-load-curve"] = new(ImportKind.Power, ";", "Horodate", [], StampsEnd: true, IntervalStep.Shown, "Valeur", "W"),

        // Daily publication: the gas day of 6 h to 6 h is counted on its date; energy as published, not index times coefficient.
        ["grdf-daily"] = new(ImportKind.Energy, ";", "Date de relevé", ["dd/MM/yyyy", "yyyy-MM-dd"], StampsEnd: false, new IntervalStep(null, 1, 0), "Energie consommée (kWh)", "kWh"),
    };

    /// <summary>Their names.</summary>
    internal static IEnumerable<string> Names => All.Keys;

    /// <summary>The preset of a name.</summary>
    internal static Presets? Of(string name) => All.GetValueOrDefault(name);
}
