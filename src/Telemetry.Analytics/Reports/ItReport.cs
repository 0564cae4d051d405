using Telemetry.Analytics.Indicators;
using Telemetry.Analytics.Indicators.Carbon;
using Telemetry.Analytics.Indicators.Energy;
using Telemetry.Analytics.Indicators.GreenIt;
using Telemetry.Analytics.Registry;
using Telemetry.Model.Energy;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Reports;

/// <summary>The figures of the metered part of the IT parc.</summary>
internal sealed class ItReport(EnergyFigures energy, PowerFigures power, FactorSet factors, TimeZoneInfo zone)
{
    /// <summary>All of them, now.</summary>
    internal ItFigures Of(Town town, DateTimeOffset now)
    {
        var registers = town.It();
        var today = CivilDays.Of(now, zone);
        var (midnight, first) = (CivilDays.Start(today, zone), CivilDays.Start(CivilDays.MonthOf(today), zone));
        var equipment = town.Equipment
            .Select(one => (Equipment: one, Registers: registers.Where(point => point.Id.Equipment == one.Id).ToList()))
            .Where(one => one.Registers.Count > 0)
            .Select(one => new ItEquipmentFigures(
                one.Equipment,
                power.Of(town, one.Registers, now),
                Energy(town, one.Registers, midnight, now),
                Energy(town, one.Registers, first, now)))
            .ToList();
        var (day, month) = (
            Sum("kWh", midnight, now, equipment.ConvertAll(one => one.EnergyToday)),
            Sum("kWh", first, now, equipment.ConvertAll(one => one.EnergyMonth)));
        return new ItFigures
        {
            Equipment = equipment,
            PowerNow = Sum("W", now, now, equipment.ConvertAll(one => one.PowerNow)),
            EnergyToday = day,
            EnergyMonth = month,
            CarbonToday = LocationBased.One(day, Carrier.Electricity, today.Year, factors),
            CarbonMonth = LocationBased.One(month, Carrier.Electricity, today.Year, factors),
            PueToday = PueOf(registers, midnight, now),
        };
    }

    private static Figure Sum(string unit, DateTimeOffset from, DateTimeOffset to, List<Figure> parts) =>
        parts.Count == 0 ? Figure.Refused(unit, from, to, FigureProblem.NoMeter) : FigureSum.Of(unit, parts);

    private Figure Energy(Town town, List<Point> registers, DateTimeOffset from, DateTimeOffset now) =>
        FigureSum.Of("kWh", [.. registers.Select(point => energy.Of(point, town.Label(point), from, now, now))]);

    private Figure PueOf(IReadOnlyList<Point> registers, DateTimeOffset midnight, DateTimeOffset now)
    {
        var it = Together(registers, EndUse.ServerRoomIt, midnight, now);
        var cooling = Together(registers, EndUse.ServerRoomCooling, midnight, now);
        if (it.Count == 0 || cooling.Count == 0)
        {
            return Figure.Refused("", midnight, now, it.Count == 0 ? FigureProblem.NoDenominator : FigureProblem.NoMeter);
        }

        return Pue.Of(it, cooling) with { To = now };
    }

    /// <summary>The hours of all registers of a use, added; an hour counts as known only as far as all of them know it.</summary>
    private IReadOnlyList<Slice> Together(IReadOnlyList<Point> registers, EndUse use, DateTimeOffset from, DateTimeOffset to)
    {
        var each = registers.Where(point => point.EndUse == use).Select(point => energy.Hours(point, from, to, to)).ToList();
        return each.Count == 0 ? [] :
        [
            .. Enumerable.Range(0, each[0].Count).Select(place => each.Select(hours => hours[place]).Aggregate((all, hour) => all with
            {
                Amount = all.Amount + hour.Amount,
                Estimated = all.Estimated + hour.Estimated,
                Measured = all.Measured < hour.Measured ? all.Measured : hour.Measured,
                Known = all.Known < hour.Known ? all.Known : hour.Known,
            })),
        ];
    }
}
