using Telemetry.Analytics.Indicators.Carbon;
using Telemetry.Model.Energy;

namespace Telemetry.Analytics.Imports.Mapping;

/// <summary>Names of imported series: who and what, in words joined by slashes.</summary>
public static class SeriesNames
{
    /// <summary>Energy of a building and carrier, kWh, from metering data.</summary>
    public static string Energy(string building, Carrier carrier) => $"energy/{building}/{carrier}";

    /// <summary>Heat of a building's boilers, kWh.</summary>
    public static string Heat(string building) => $"heat/{building}";

    /// <summary>Energy of a building and carrier, kWh, as invoiced.</summary>
    public static string Invoiced(string building, Carrier carrier) => $"invoice/{building}/{carrier}/kWh";

    /// <summary>Money of a building and carrier, EUR including tax, as invoiced.</summary>
    public static string Paid(string building, Carrier carrier) => $"invoice/{building}/{carrier}/EUR";

    /// <summary>Temperatures of a station: <c>tn</c>, <c>tx</c>, <c>mean</c> of days, <c>t</c> of instants, <c>tn12</c>, <c>tx12</c> of reports.</summary>
    public static string Weather(string station, string what) => $"weather/{station}/{what}";

    /// <summary>Days of a calendar: <c>public</c> or <c>school</c> holidays of a zone.</summary>
    public static string Calendar(string what, string zone) => $"calendar/{what}/{zone}";

    /// <summary>What the names of intensities of the grid begin with.</summary>
    public const string Intensities = "intensity/";

    /// <summary>Carbon intensity of a grid, g/kWh, and what it counts.</summary>
    public static string Intensity(string grid, IntensityPerimeter perimeter) => $"{Intensities}{grid}/{perimeter}";

    internal static string Of(ImportKind kind, YamlKeys keys, string unit)
    {
        switch (kind)
        {
            case ImportKind.Register:
                return keys.Needed("point", "valmont-sur-orne/gw-ecole/elec/energy.import");
            case ImportKind.Heat:
                return Heat(keys.Needed("building", "ecole-jules-ferry"));
            case ImportKind.Weather:
                var what = keys.Text("what") ?? "t";
                if (what is not ("t" or "tn" or "tx" or "mean" or "tn12" or "tx12"))
                {
                    keys.Fault("what", $"'what: {what}' is not known: write t, tn, tx, mean, tn12 or tx12.");
                }

                return Weather(keys.Needed("station", "07481"), what);
            case ImportKind.Intensity:
                if (!keys.Has("perimeter"))
                {
                    keys.Fault("perimeter", "'perimeter' is missing: write directproduction (éCO2mix), directconsumption or lifecycleconsumption (Electricity Maps).");
                }

                return Intensity(keys.Needed("grid", "eco2mix").Replace('/', '-'), keys.Word("perimeter", IntensityPerimeter.DirectProduction));
            case ImportKind.Calendar:
                return Calendar(keys.Text("calendar") ?? "public", keys.Needed("zone", "metropole"));
            default:
                var building = keys.Needed("building", "ecole-jules-ferry");
                var carrier = keys.Text("carrier") is { } text && text.Contains('{', StringComparison.Ordinal) ? text : keys.Word("carrier", Carrier.Electricity).ToString();
                return kind == ImportKind.Invoices ? $"invoice/{building}/{carrier}/{unit}" : $"energy/{building}/{carrier}";
        }
    }
}
