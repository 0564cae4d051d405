using Telemetry.Analytics.Indicators;
using Telemetry.Analytics.Indicators.Energy;
using Telemetry.Analytics.Reports.Hours;
using Telemetry.Model.Energy;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Reports;

/// <summary>Energy figures of registers over whole hours and up to now, always as sums of the same hours.</summary>
internal sealed class EnergyFigures(RegisterHours hours, TimeZoneInfo zone)
{
    private readonly SpreadDays _days = new(hours, zone);

    /// <summary>The hours of a register, in kWh, from the hour in which a period starts to the one in which it ends.</summary>
    internal IReadOnlyList<Slice> Hours(Point point, DateTimeOffset from, DateTimeOffset to, DateTimeOffset now) =>
    [
        .. (to > from ? _days.Of(point, CivilDays.Of(from, zone), CivilDays.Of(to.AddTicks(-1), zone).AddDays(1), now) : [])
            .SelectMany(day => day)
            .Where(hour => hour.From >= from && hour.From < to)
            .Select(hour => hour with { Amount = hour.Amount * point.KWhPerUnit, Estimated = hour.Estimated * point.KWhPerUnit }),
    ];

    /// <summary>Energy of one register over a period that starts on an hour; what is still to come is not part of it.</summary>
    internal Figure Of(Point point, string label, DateTimeOffset from, DateTimeOffset to, DateTimeOffset now)
    {
        var parts = Hours(point, from, to, now);
        var unit = CarrierWords.Unit(point.Carrier);
        if (parts.Count == 0 || parts.All(part => part.Known == TimeSpan.Zero))
        {
            return Figure.Refused("kWh", from, to, FigureProblem.NoReading) with { Missing = [label] };
        }

        var all = Slices.Join(parts);
        return new Figure
        {
            Value = all.Amount,
            Unit = "kWh",
            From = from,
            To = to,
            Coverage = Math.Min(1, all.Measured / (to - from)),
            Estimated = all.Estimated,
            Lines = [new FigureLine(label, all.Amount, unit, null, all.Amount)],
        };
    }

    /// <summary>Energy by carrier and in total.</summary>
    /// <param name="registers">Main registers by carrier.</param>
    /// <param name="label">How a register is called.</param>
    /// <param name="from">Start, on an hour.</param>
    /// <param name="to">End: now.</param>
    internal EnergyByCarrier ByCarrier(
        IReadOnlyDictionary<Carrier, IReadOnlyList<Point>> registers, Func<Point, string> label, DateTimeOffset from, DateTimeOffset to)
    {
        var byCarrier = registers.OrderBy(carrier => carrier.Key).ToDictionary(
            carrier => carrier.Key,
            carrier => FigureSum.Of("kWh", [.. carrier.Value.Select(point => Of(point, label(point), from, to, to))]));
        var total = byCarrier.Count == 0
            ? Figure.Refused("kWh", from, to, FigureProblem.NoMeter)
            : FigureSum.Of("kWh", [.. byCarrier.Values]);
        return new EnergyByCarrier(byCarrier, total);
    }
}
