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

        var energies = new Dictionary<(Tariff Tariff, TariffPeriod Period), double>();
        var standing = 0m;
        var slots = new TariffPeriod?[24];
        for (var day = 0; day < grid.Days.Count; day++)
        {
            var date = grid.Days[day];
            if (tariffs.FirstOrDefault(one => one.Covers(date)) is not { } tariff)
            {
                return Figure.Refused(Unit, grid.Start, grid.End, FigureProblem.NoTariff) with { Missing = [date.ToString("O", null)] };
            }

            standing += tariff.EuroPerDay;
            for (var hour = 0; hour < 24; hour++)
            {
                slots[hour] = tariff.Periods.FirstOrDefault(period => period.Covers(date, hour));
            }

            for (var hour = grid.First(day); hour < grid.First(day + 1); hour++)
            {
                if (slots[grid.Clock[hour]] is not { } period)
                {
                    return Figure.Refused(Unit, grid.Start, grid.End, FigureProblem.NoTariff) with { Missing = [date.ToString("O", null)] };
                }

                if (!double.IsNaN(load.KWh[hour]))
                {
                    energies[(tariff, period)] = energies.GetValueOrDefault((tariff, period)) + load.KWh[hour];
                }
            }
        }

        var lines = energies.Select(one => new FigureLine(
            $"{one.Key.Tariff.Name} {one.Key.Period.Name}", one.Value, "kWh", null, (double)((decimal)one.Value * one.Key.Period.EuroPerKWh))).ToList();
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
}
