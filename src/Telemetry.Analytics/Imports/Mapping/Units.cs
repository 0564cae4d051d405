namespace Telemetry.Analytics.Imports.Mapping;

/// <summary>Units files use, and what is kept: kWh, kW, °C, €, the register's own.</summary>
internal static class Units
{
    private static readonly Dictionary<string, (string Kept, double Factor, double Offset)> Energy = new(StringComparer.Ordinal)
    {
        ["Wh"] = ("kWh", 0.001, 0), ["kWh"] = ("kWh", 1, 0), ["MWh"] = ("kWh", 1000, 0), ["GWh"] = ("kWh", 1e6, 0), ["MJ"] = ("kWh", 1 / 3.6, 0), ["GJ"] = ("kWh", 1 / 0.0036, 0),
    };

    private static readonly Dictionary<string, (string Kept, double Factor, double Offset)> Power = new(StringComparer.Ordinal)
    {
        ["W"] = ("kW", 0.001, 0), ["kW"] = ("kW", 1, 0), ["MW"] = ("kW", 1000, 0),
    };

    private static readonly Dictionary<string, (string Kept, double Factor, double Offset)> Temperature = new(StringComparer.Ordinal)
    {
        ["°C"] = ("°C", 1, 0), ["C"] = ("°C", 1, 0), ["K"] = ("°C", 1, -273.15), ["°F"] = ("°C", 5 / 9.0, -160 / 9.0),
    };

    /// <summary>The unit kept, and how a value comes to it; an empty unit when the kind knows no such unit.</summary>
    internal static (string Kept, double Factor, double Offset) Of(string unit, ImportKind kind) => kind switch
    {
        ImportKind.Power => Power.GetValueOrDefault(unit, ("", 1, 0)),
        ImportKind.Energy or ImportKind.Heat => Energy.GetValueOrDefault(unit, ("", 1, 0)),
        ImportKind.Weather => Temperature.GetValueOrDefault(unit, ("", 1, 0)),
        ImportKind.Invoices => unit is "EUR" or "€" ? ("EUR", 1, 0) : Energy.GetValueOrDefault(unit, ("", 1, 0)),
        ImportKind.Intensity => unit is "g/kWh" or "kg/MWh" ? ("g/kWh", 1, 0) : unit == "kg/kWh" ? ("g/kWh", 1000, 0) : ("", 1, 0),
        ImportKind.Register => unit is "m³" or "m3" ? ("m³", 1, 0) : Energy.GetValueOrDefault(unit, ("", 1, 0)),
        _ => ("day", 1, 0),
    };

    /// <summary>What may be written.</summary>
    internal static string Known(ImportKind kind) => kind switch
    {
        ImportKind.Power => string.Join(", ", Power.Keys),
        ImportKind.Weather => "°C, °F or K",
        ImportKind.Intensity => "g/kWh, kg/MWh or kg/kWh",
        ImportKind.Invoices => string.Join(", ", Energy.Keys) + " or EUR",
        ImportKind.Register => string.Join(", ", Energy.Keys) + " or m³",
        _ => string.Join(", ", Energy.Keys),
    };
}
