using Telemetry.Analytics.History;
using Telemetry.Analytics.Imports.Mapping;
using Telemetry.Analytics.Indicators.Energy;
using Telemetry.Analytics.Registry;
using Telemetry.Analytics.Reports.Hours;
using Telemetry.Model.Energy;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Reports.Estate;

/// <summary>Days of energy of a building, each from the best source that knows it: meters, then imported curves, then invoices.</summary>
/// <remarks>A day has one source, so that a building that was invoiced, then read by its distributor, then metered by us is counted once.</remarks>
internal sealed class EnergyDays(RegisterHours hours, IHistory history, ImportedDays imported, TimeZoneInfo zone)
{
    private readonly SpreadDays _spread = new(hours, zone);

    private static readonly Dictionary<DateOnly, ImportedDays.Share> NoDays = [];

    /// <summary>From this coverage on, our own meters speak for a day whatever else is known.</summary>
    internal const double GoodCoverage = 0.9;

    /// <summary>The days of <c>[from, to)</c>, in order; a day nobody knows is there, missing.</summary>
    internal IReadOnlyList<DayEnergy> Of(Town town, Building building, Carrier carrier, DateOnly from, DateOnly to, DateTimeOffset now) =>
        Of(town.MainOf(building).GetValueOrDefault(carrier) ?? [], imported.Of(SeriesNames.Energy(building.Id, carrier)), imported.Of(SeriesNames.Invoiced(building.Id, carrier)), (from, to), now);

    /// <summary>Heat of a building's boilers on the days of <c>[from, to)</c>, kWh: no carrier, for it is made of one.</summary>
    internal IReadOnlyList<DayEnergy> BoilerHeat(Town town, Building building, DateOnly from, DateOnly to, DateTimeOffset now) =>
        Of(town.BoilerHeatOf(building), imported.Of(SeriesNames.Heat(building.Id)), NoDays, (from, to), now);

    /// <summary>Whether anything may know the heat of a building's boilers.</summary>
    internal bool HasBoilerHeat(Town town, Building building) => town.BoilerHeatOf(building).Count > 0 || imported.Of(SeriesNames.Heat(building.Id)).Count > 0;

    private List<DayEnergy> Of(
        IReadOnlyList<Point> points, IReadOnlyDictionary<DateOnly, ImportedDays.Share> curve, IReadOnlyDictionary<DateOnly, ImportedDays.Share> invoices, (DateOnly From, DateOnly To) span, DateTimeOffset now)
    {
        var (from, to) = span;
        var registers = points.Select(point => (Point: point, First: FirstDay(point))).Where(register => register.First is not null).ToList();
        var start = registers.Count > 0 && registers.Max(register => register.First!.Value) is var newest && newest > from ? newest : from;
        var read = registers.ConvertAll(register => (register.Point.KWhPerUnit, Days: _spread.Of(register.Point, start, to, now)));
        var days = new List<DayEnergy>(Math.Max(0, to.DayNumber - from.DayNumber));
        for (var day = from; day < to; day = day.AddDays(1))
        {
            var metered = registers.Count > 0 && day >= start ? Metered(read.ConvertAll(register => (register.KWhPerUnit, register.Days[day.DayNumber - start.DayNumber])), day) : DayEnergy.Missing(day);
            days.Add(Best(metered, Read(curve, day, EnergySource.Imported), Read(invoices, day, EnergySource.Invoiced)));
        }

        return days;
    }

    /// <summary>Whether anything at all may know a carrier of a building.</summary>
    internal bool Has(Town town, Building building, Carrier carrier) =>
        town.MainOf(building).ContainsKey(carrier)
        || imported.Of(SeriesNames.Energy(building.Id, carrier)).Count > 0
        || imported.Of(SeriesNames.Invoiced(building.Id, carrier)).Count > 0;

    /// <summary>The first day of any imported series of a building and carrier; null when there is none.</summary>
    internal DateOnly? FirstImported(Building building, Carrier carrier) =>
        imported.Of(SeriesNames.Energy(building.Id, carrier)).Keys.Concat(imported.Of(SeriesNames.Invoiced(building.Id, carrier)).Keys) is var days && days.Any() ? days.Min() : null;

    /// <summary>The first local day of a register's readings; null when it has none.</summary>
    internal DateOnly? FirstDay(Point register) =>
        history is ILateMarks marks
            ? marks.FirstAfter(register.Id, DateTimeOffset.UnixEpoch) is { } first ? CivilDays.Of(first.At, zone) : null
            : DateOnly.MinValue;

    private static DayEnergy Best(DayEnergy metered, DayEnergy curve, DayEnergy invoice) =>
        metered.Known && (metered.Coverage >= GoodCoverage || metered.Coverage >= curve.Coverage) && (metered.Coverage >= GoodCoverage || !invoice.Known) ? metered
        : curve.Known && (curve.Coverage >= GoodCoverage || !invoice.Known) ? curve
        : invoice.Known ? invoice
        : metered.Known ? metered : curve;

    private static DayEnergy Metered(List<(double KWhPerUnit, IReadOnlyList<Slice> Hours)> registers, DateOnly day)
    {
        var (amount, estimated, coverage, known) = (0.0, 0.0, 0.0, false);
        foreach (var register in registers)
        {
            var whole = Slices.Join(register.Hours);
            known |= whole.Known > TimeSpan.Zero;
            amount += whole.Amount * register.KWhPerUnit;
            estimated += whole.Estimated * register.KWhPerUnit;
            coverage += whole.Coverage / registers.Count;
        }

        return known ? new DayEnergy(day, amount, EnergySource.Metered, coverage, estimated) : DayEnergy.Missing(day);
    }

    private static DayEnergy Read(IReadOnlyDictionary<DateOnly, ImportedDays.Share> days, DateOnly day, EnergySource source) =>
        days.TryGetValue(day, out var share) && share.Coverage > 0
            ? new DayEnergy(day, share.Amount, source, Math.Min(1, share.Coverage), share.Estimated)
            : DayEnergy.Missing(day);
}
