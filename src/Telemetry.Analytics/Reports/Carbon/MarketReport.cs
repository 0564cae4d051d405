using Telemetry.Analytics.Indicators;
using Telemetry.Analytics.Indicators.Carbon;
using Telemetry.Analytics.Indicators.Energy;
using Telemetry.Analytics.Reports.Estate;
using Telemetry.Model.Energy;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Reports.Carbon;

/// <summary>Market-based emissions of the estate's electricity: each span of days between two changes of contract with its own energy.</summary>
internal static class MarketReport
{
    /// <summary>The figure over a period.</summary>
    /// <param name="book">Contracts and residual mixes.</param>
    /// <param name="buildings">Each building's electricity, every day of the period.</param>
    /// <param name="period">The period.</param>
    /// <param name="zone">Whose days.</param>
    /// <returns>Refused as a whole when a part has no factor: a sum without it would look low.</returns>
    internal static Figure Of(SupplyBook book, IReadOnlyList<(Building Building, IReadOnlyList<DayEnergy> Days)> buildings, EstatePeriod period, TimeZoneInfo zone)
    {
        var (from, to) = (CivilDays.Start(period.From, zone), CivilDays.Start(period.To, zone));
        Figure Refused(FigureProblem why, IReadOnlyList<string> missing) => Figure.Refused(LocationBased.Unit, from, to, why) with { Missing = missing };
        if (buildings.Count == 0 || book.Problems.Count > 0)
        {
            return Refused(buildings.Count == 0 ? FigureProblem.NoMeter : FigureProblem.NoFactor, book.Problems);
        }

        var parts = buildings.SelectMany(one => Spans(book, one.Building, period).Select(span => (one.Building, span.From, Figure: Part(book, one.Building, one.Days, span, zone)))).ToList();
        return parts.Find(part => part.Figure.Problem is FigureProblem.NoFactor or FigureProblem.ImpossibleValue) is { Figure: { } wrong } hit
            ? Refused(wrong.Problem, [.. wrong.Missing, FormattableString.Invariant($"{hit.Building.Name} {hit.From:yyyy-MM-dd}")])
            : FigureSum.Of(LocationBased.Unit, parts.ConvertAll(part => part.Figure)) with { From = from, To = to };
    }

    private static Figure Part(SupplyBook book, Building building, IReadOnlyList<DayEnergy> days, (DateOnly From, DateOnly To) span, TimeZoneInfo zone)
    {
        var inside = days.Where(day => day.Day >= span.From && day.Day < span.To).ToList();
        var energy = PeriodSum.Of(inside, Carrier.Electricity, building.Name, zone);
        var figure = MarketBased.Of(energy, book.For(building.Id, span.From), book.ResidualMix(span.From.Year));
        return figure with { Lines = [.. figure.Lines.Select(line => line with { Label = $"{building.Name} · {line.Label}" })] };
    }

    /// <summary>The period cut where a contract of the building or a civil year begins or ends.</summary>
    private static IEnumerable<(DateOnly From, DateOnly To)> Spans(SupplyBook book, Building building, EstatePeriod period)
    {
        var edges = book.Contracts.Where(one => one.Buildings.Count == 0 || one.Buildings.Contains(building.Id, StringComparer.Ordinal))
            .SelectMany(one => new[] { one.From, one.To })
            .Concat(Enumerable.Range(period.From.Year, period.To.Year - period.From.Year + 1).Select(year => new DateOnly(year, 1, 1)))
            .Where(edge => edge > period.From && edge < period.To)
            .Append(period.From).Append(period.To).Distinct().Order().ToList();
        return edges.Zip(edges.Skip(1));
    }
}
