using System.Globalization;
using Telemetry.Model.Energy;

namespace Telemetry.Analytics.Indicators.Carbon;

/// <summary>Location-based inventory of a period: every activity × its factor, combustion and upstream apart where the set knows both.</summary>
/// <remarks>
/// GHG Protocol, Corporate Standard and Scope 2 Guidance (location-based). Biogenic CO₂ of wood is left out, as its factors are (BEGES reports it apart).
/// Electricity's upstream and losses are not given apart by the source: the whole stands in scope 2 and its line says so.
/// </remarks>
public sealed record Inventory
{
    /// <summary>Name and edition of the factor set.</summary>
    public required string FactorSet { get; init; }

    /// <summary>All lines; they sum to <see cref="Total"/>.</summary>
    public required IReadOnlyList<EmissionLine> Lines { get; init; }

    /// <summary>kgCO2e; short of the activities named in <see cref="Figure.Missing"/>.</summary>
    public required Figure Total { get; init; }

    /// <summary>Final energy, kWh PCI (the basis of OPERAT and of fuels other than gas in the BEGES).</summary>
    public required Figure FinalEnergy { get; init; }

    /// <summary>kgCO2e of one scope.</summary>
    public double Of(Scope scope) => Lines.Where(line => line.Scope == scope).Sum(line => line.KgCO2e);

    /// <summary>kgCO2e of one regulatory category.</summary>
    public double Of(BegesCategory category) => Lines.Where(line => line.Category == category).Sum(line => line.KgCO2e);

    /// <summary>kgCO2e of one carrier.</summary>
    public double Of(Carrier carrier) => Lines.Where(line => line.Carrier == carrier).Sum(line => line.KgCO2e);

    /// <summary>Half width of the total's 95 % range, kgCO2e, from the lines whose uncertainty is known (independent of each other).</summary>
    public double KnownUncertainty => Math.Sqrt(Lines.Sum(line => line.Uncertainty is { } share ? share * share * line.KgCO2e * line.KgCO2e : 0));

    /// <summary>The part of the total, 0 to 1, whose uncertainty nobody gave: to be said beside <see cref="KnownUncertainty"/>.</summary>
    public double UncertaintyUnknown => Total.Value > 0 ? Lines.Where(line => line.Uncertainty is null).Sum(line => line.KgCO2e) / Total.Value : double.NaN;

    /// <summary>The inventory of activities.</summary>
    /// <param name="activities">What was used; one over two civil years is split in proportion to time and says so.</param>
    /// <param name="factors">The set; its name is printed.</param>
    /// <param name="zone">Whose years.</param>
    /// <param name="factorYear">One factor year for all (performance at constant factor); null for the factor of each year (reporting).</param>
    public static Inventory Of(IReadOnlyList<Activity> activities, FactorSet factors, TimeZoneInfo zone, int? factorYear = null)
    {
        ArgumentNullException.ThrowIfNull(activities);
        ArgumentNullException.ThrowIfNull(factors);
        var counted = activities.Select(activity => (Activity: activity, Parts: InventoryParts.Of(activity, factors, zone, factorYear))).ToList();
        var lines = counted.SelectMany(one => one.Parts.Lines).ToList();
        return new Inventory
        {
            FactorSet = string.Create(CultureInfo.InvariantCulture, $"{factors.Name} ({factors.Edition:yyyy-MM-dd})"),
            Lines = lines,
            Total = Sum(LocationBased.Unit, counted, one => one.Parts.Emission(one.Activity)),
            FinalEnergy = Sum("kWh PCI", counted, one => InventoryParts.Energy(one.Activity)),
        };
    }

    private static Figure Sum(
        string unit, List<(Activity Activity, InventoryParts Parts)> counted, Func<(Activity Activity, InventoryParts Parts), Figure> of)
    {
        if (counted.Count == 0)
        {
            return Figure.Refused(unit, default, default, FigureProblem.NoMeter);
        }

        var (from, to) = (counted.Min(one => one.Activity.From), counted.Max(one => one.Activity.To));
        var figure = FigureSum.Of(unit, [.. counted.Select(of)]);
        return figure with { From = from, To = to };
    }
}
