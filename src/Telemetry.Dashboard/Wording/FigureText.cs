using Telemetry.Analytics.Indicators;

namespace Telemetry.Dashboard.Wording;

/// <summary>A figure as it is printed: value with a readable unit, or why there is none.</summary>
/// <param name="Value">« 2,8 MWh »; « donnée manquante » when there is no value.</param>
/// <param name="Machine">The value in the figure's own unit for <c>data value</c>; empty when there is none.</param>
/// <param name="Note">What a careful reader must know: the coverage when it is partial, or the reason of the absence; else empty.</param>
internal sealed record FigureText(string Value, string Machine, string Note)
{
    private const double WholeCoverage = 0.995;

    /// <summary>Whether there is a value.</summary>
    public bool Known => Machine.Length > 0;

    /// <summary>The figure in words.</summary>
    public static FigureText Of(Figure figure, Language language)
    {
        if (figure.Problem != FigureProblem.None || !double.IsFinite(figure.Value))
        {
            return new(language.Say(FigureWords.Missing), "", language.Say(FigureWords.Why(figure.Problem)));
        }

        var note = figure.Coverage < WholeCoverage ? language.Say(FigureWords.Coverage, language.Percent(figure.Coverage)) : "";
        return new(Print(figure.Value, figure.Unit, language), CsvFile.Number(figure.Value), note);
    }

    /// <summary>A value in the unit people read: kW for thousands of watts, tonnes for thousands of kilograms.</summary>
    public static string Print(double value, string unit, Language language) => (unit, Math.Abs(value)) switch
    {
        ("W", >= 1000) => language.Measure(value / 1000, 1, "kW"),
        ("W", _) => language.Measure(value, 0, "W"),
        ("kWh", >= 10_000) => language.Measure(value / 1000, 1, "MWh"),
        ("kWh", < 100) => language.Measure(value, 1, "kWh"),
        ("kgCO2e", >= 10_000) => language.Measure(value / 1000, 1, "t" + Language.Hard + "CO₂e"),
        ("kgCO2e", < 100) => language.Measure(value, 1, "kg" + Language.Hard + "CO₂e"),
        ("kgCO2e", _) => language.Measure(value, 0, "kg" + Language.Hard + "CO₂e"),
        ("EUR", _) => language.Measure(value, 0, "€"),
        ("kWh/m²", _) => language.Measure(value, 0, unit),
        ("kWh PCI", >= 10_000) => language.Measure(value / 1000, 1, "MWh PCI"),
        ("kWh PCI", _) => language.Measure(value, 0, unit),
        ("", _) => language.Number(value, 2),
        ("kWh", _) => language.Measure(value, 0, unit),
        _ => language.Measure(value, 1, unit),
    };
}
