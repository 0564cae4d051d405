using Telemetry.Analytics.Indicators.Energy;

namespace Telemetry.Analytics.Indicators.Carbon;

/// <summary>What one activity becomes in an inventory: its lines, or why it has none.</summary>
internal sealed record InventoryParts(IReadOnlyList<EmissionLine> Lines, FigureProblem Problem)
{
    internal static InventoryParts Of(Activity activity, FactorSet factors, TimeZoneInfo zone, int? factorYear)
    {
        var problem = Check(activity);
        if (problem != FigureProblem.None)
        {
            return new InventoryParts([], problem);
        }

        // Nothing used emits nothing, whatever the factor would be.
        if (activity.Quantity == 0)
        {
            return new InventoryParts([], Fuels.KWhPci(activity.Carrier, 1, activity.Unit) is null ? FigureProblem.UnknownUnit : FigureProblem.None);
        }

        var lines = new List<EmissionLine>();
        var parts = Years(activity, zone).ToList();
        foreach (var (year, share) in parts)
        {
            if (FactorChoice.For(activity, factorYear ?? year, factors) is not { } choice)
            {
                return new InventoryParts([], FigureProblem.NoFactor);
            }

            var basis = choice.Total.Unit.StartsWith("kgCO2e/", StringComparison.Ordinal) ? choice.Total.Unit["kgCO2e/".Length..] : "";
            if (Fuels.Convert(activity.Carrier, activity.Quantity * share, activity.Unit, basis) is not { } quantity)
            {
                return new InventoryParts([], FigureProblem.UnknownUnit);
            }

            lines.AddRange(Split(activity, year, quantity, basis, parts.Count > 1 ? choice with { Note = LineNote.SplitByTime } : choice));
        }

        return new InventoryParts(lines, FigureProblem.None);
    }

    internal Figure Emission(Activity activity) => Problem != FigureProblem.None
        ? Figure.Refused(LocationBased.Unit, activity.From, activity.To, Problem) with { Missing = [activity.Label] }
        : new Figure
        {
            Value = Lines.Sum(line => line.KgCO2e),
            Unit = LocationBased.Unit,
            From = activity.From,
            To = activity.To,
            Coverage = activity.Coverage,
            Estimated = activity.Quantity > 0 ? Lines.Sum(line => line.KgCO2e) * activity.Estimated / activity.Quantity : 0,
            Lines = [.. Lines.Select(line => line.ToFigureLine())],
        };

    internal static Figure Energy(Activity activity)
    {
        var problem = Check(activity);
        if (problem != FigureProblem.None || Fuels.KWhPci(activity.Carrier, activity.Quantity, activity.Unit) is not { } pci)
        {
            return Figure.Refused("kWh PCI", activity.From, activity.To, problem == FigureProblem.None ? FigureProblem.UnknownUnit : problem) with { Missing = [activity.Label] };
        }

        return new Figure
        {
            Value = pci,
            Unit = "kWh PCI",
            From = activity.From,
            To = activity.To,
            Coverage = activity.Coverage,
            Estimated = activity.Quantity > 0 ? pci * activity.Estimated / activity.Quantity : 0,
            Lines = [new FigureLine(activity.Label, activity.Quantity, activity.Unit, null, pci)],
        };
    }

    private static FigureProblem Check(Activity activity) =>
        PeriodCheck.Of(activity.From, activity.To) is var period and not FigureProblem.None ? period
        : activity.Quantity >= 0 && double.IsFinite(activity.Quantity) ? FigureProblem.None
        : double.IsNaN(activity.Quantity) ? FigureProblem.NoReading
        : FigureProblem.ImpossibleValue;

    private static IEnumerable<(int Year, double Share)> Years(Activity activity, TimeZoneInfo zone)
    {
        var length = activity.To - activity.From;
        for (var year = CivilDays.Of(activity.From, zone).Year; CivilDays.Start(new DateOnly(year, 1, 1), zone) < activity.To; year++)
        {
            var (start, end) = (CivilDays.Start(new DateOnly(year, 1, 1), zone), CivilDays.Start(new DateOnly(year + 1, 1, 1), zone));
            var inside = (end < activity.To ? end : activity.To) - (start > activity.From ? start : activity.From);
            yield return (year, inside / length);
        }
    }

    private static IEnumerable<EmissionLine> Split(Activity activity, int year, double quantity, string basis, FactorChoice choice)
    {
        var (scope, category) = activity.Carrier switch
        {
            Model.Energy.Carrier.Electricity => (Scope.Energy, BegesCategory.Electricity),
            Model.Energy.Carrier.DistrictHeat or Model.Energy.Carrier.DistrictCooling => (Scope.Energy, BegesCategory.OtherEnergy),
            _ => (Scope.Direct, BegesCategory.StationaryCombustion),
        };
        EmissionLine Line(Model.Energy.EmissionFactor factor, Scope into, BegesCategory of, LineNote note) =>
            new(activity.Label, activity.Carrier, year, quantity, basis, factor, into, of, quantity * factor.Value, note)
            {
                Uncertainty = activity.Uncertainty is { } one && factor.Uncertainty is { } other ? Math.Sqrt((one * one) + (other * other)) : null,
            };

        if (choice.Combustion is not { } combustion)
        {
            var apart = category == BegesCategory.StationaryCombustion && choice.Note == LineNote.None ? LineNote.UpstreamNotApart : choice.Note;
            yield return Line(choice.Total, scope, category, apart);
            yield break;
        }

        yield return Line(combustion, scope, category, choice.Note);
        yield return Line(
            choice.Total with
            {
                Id = $"{choice.Total.Id} − {combustion.Id}",
                Value = choice.Total.Value - combustion.Value,
                Perimeter = "upstream: total − combustion",
                Uncertainty = null,
                Source = $"{choice.Total.Source}; {combustion.Source}",
            },
            Scope.Other,
            BegesCategory.Upstream,
            choice.Note);
    }
}
