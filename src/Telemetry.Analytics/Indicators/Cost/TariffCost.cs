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
        var known = new Dictionary<(int Tariff, int Month, DayOfWeek Weekday), int[]>();
        for (var day = 0; day < grid.Days.Count; day++)
        {
            var date = grid.Days[day];
            var holds = Place(tariffs, date);
            var slots = holds < 0 ? [] : Slots(known, tariffs, holds, date);
            if (holds < 0 || !Complete(slots, grid.Clock[grid.First(day)..grid.First(day + 1)]))
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

    /// <summary>Place of the period that holds in each clock hour; −1 where none does. A period knows months and weekdays only, so a day stands for all like it.</summary>
    private static int[] Slots(Dictionary<(int Tariff, int Month, DayOfWeek Weekday), int[]> known, IReadOnlyList<Tariff> tariffs, int place, DateOnly day)
    {
        if (!known.TryGetValue((place, day.Month, day.DayOfWeek), out var slots))
        {
            var periods = tariffs[place].Periods.ToList();
            slots = [.. Enumerable.Range(0, 24).Select(hour => periods.FindIndex(period => period.Covers(day, hour)))];
            known[(place, day.Month, day.DayOfWeek)] = slots;
        }

        return slots;
    }

    /// <summary>Whether every hour that a day has falls in a period.</summary>
    private static bool Complete(int[] slots, ReadOnlySpan<byte> hours)
    {
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
