using Telemetry.Analytics.Indicators.Load;

namespace Telemetry.Analytics.Indicators.Cost;

/// <summary>Cost of a load by tariff period: an indicator, not a bill.</summary>
public static class TariffCost
{
    /// <summary>Unit of the figure.</summary>
    public const string Unit = "EUR";

    /// <summary>Cost over the load's period: energy by tariff period, then standing charges.</summary>
    /// <param name="load">The hours.</param>
    /// <param name="tariffs">Dated, without overlap; the first that covers a day counts.</param>
    /// <returns>A line a period with its kWh; refused with <see cref="FigureProblem.NoTariff"/> when an hour has no price, naming its day.</returns>
    public static Figure Of(HourlyLoad load, IReadOnlyList<Tariff> tariffs)
    {
        ArgumentNullException.ThrowIfNull(load);
        ArgumentNullException.ThrowIfNull(tariffs);
        var grid = load.Grid;
        if (load.Known == 0)
        {
            return Figure.Refused(Unit, grid.Start, grid.End, FigureProblem.NoReading);
        }

        var sums = tariffs.Select(tariff => new double[tariff.Periods.Count]).ToArray();
        var standing = 0m;
        Span<int> slots = stackalloc int[24];
        for (var day = 0; day < grid.Days.Count; day++)
        {
            var date = grid.Days[day];
            var holds = Place(tariffs, date);
            if (holds < 0 || !Slots(tariffs[holds], date, slots, grid.Clock[grid.First(day)..grid.First(day + 1)]))
            {
                return Figure.Refused(Unit, grid.Start, grid.End, FigureProblem.NoTariff) with { Missing = [date.ToString("O", null)] };
            }

            standing += tariffs[holds].EuroPerDay;
            for (var hour = grid.First(day); hour < grid.First(day + 1); hour++)
            {
                sums[holds][slots[grid.Clock[hour]]] += double.IsNaN(load.KWh[hour]) ? 0 : load.KWh[hour];
            }
        }

        var lines = tariffs.Zip(sums).SelectMany(one => one.First.Periods.Zip(one.Second, (period, kWh) => (Tariff: one.First, Period: period, KWh: kWh)))
            .Where(one => one.KWh > 0)
            .Select(one => new FigureLine($"{one.Tariff.Name} {one.Period.Name}", one.KWh, "kWh", null, (double)((decimal)one.KWh * one.Period.EuroPerKWh)))
            .ToList();
        lines.Add(new FigureLine("Standing", grid.Days.Count, "d", null, (double)standing));
        return new Figure { Value = lines.Sum(line => line.Result), Unit = Unit, From = grid.Start, To = grid.End, Coverage = load.Coverage, Lines = lines };
    }

    /// <summary>Mean price, EUR/kWh; refused as the cost is, or without energy.</summary>
    public static Figure MeanPrice(Figure cost, Figure energy)
    {
        ArgumentNullException.ThrowIfNull(cost);
        ArgumentNullException.ThrowIfNull(energy);
        return energy.Problem != FigureProblem.None
            ? Figure.Refused("EUR/kWh", cost.From, cost.To, energy.Problem)
            : Intensity.Of(cost, energy.Value, "kWh");
    }

    private static int Place(IReadOnlyList<Tariff> tariffs, DateOnly day)
    {
        for (var place = 0; place < tariffs.Count; place++)
        {
            if (tariffs[place].Covers(day))
            {
                return place;
            }
        }

        return -1;
    }

    /// <summary>The period of each clock hour of a day; false when an hour that the day has falls in none.</summary>
    private static bool Slots(Tariff tariff, DateOnly day, Span<int> slots, ReadOnlySpan<byte> hours)
    {
        for (var hour = 0; hour < 24; hour++)
        {
            slots[hour] = -1;
            for (var place = tariff.Periods.Count - 1; place >= 0; place--)
            {
                slots[hour] = tariff.Periods[place].Covers(day, hour) ? place : slots[hour];
            }
        }

        foreach (var hour in hours)
        {
            if (slots[hour] < 0)
            {
                return false;
            }
        }

        return true;
    }
}
