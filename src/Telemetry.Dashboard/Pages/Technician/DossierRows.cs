using Telemetry.Analytics.Indicators;
using Telemetry.Analytics.Indicators.Alarms;
using Telemetry.Analytics.Indicators.HotWater;
using Telemetry.Analytics.Reports;
using Telemetry.Analytics.Reports.Estate;
using Telemetry.Dashboard.Wording;
using Telemetry.Model.Alarms;
using Telemetry.Model.Schedules;

namespace Telemetry.Dashboard.Pages.Technician;

/// <summary>The operation figures of a boiler room as they are printed, each with its aim or the reason why there is none. No figure is worked out here.</summary>
internal sealed class DossierRows(OperationReport report, Language language)
{
    /// <summary>What is known beside the operation itself.</summary>
    internal sealed record Beside
    {
        /// <summary>Alarms of the period at this site.</summary>
        public required AlarmFigures Alarms { get; init; }

        /// <summary>Each day of hot water; empty where none is measured.</summary>
        public IReadOnlyList<HotWaterProof> HotWater { get; init; } = [];

        /// <summary>The building's gas against its weather; null when it cannot be judged.</summary>
        public BuildingDrift? Drift { get; init; }

        /// <summary>Degree-day and area figures of the building; null without energy.</summary>
        public Figure? PerSquareMetre { get; init; }

        /// <summary>The programme in force.</summary>
        public Programme? Programme { get; init; }

        /// <summary>Today, local.</summary>
        public required DateOnly Today { get; init; }
    }

    /// <summary>Every row.</summary>
    public IReadOnlyList<DossierRow> All(Beside beside) => [.. Comfort(), .. Boiler(beside), .. Orders(), .. Site(beside)];

    private IEnumerable<DossierRow> Comfort()
    {
        yield return Row(DossierWords.OnTime, Share(report.ComfortOnTime), DossierWords.AimOnTime);
        yield return Row(DossierWords.StartError, Print(report.OptimumStartError, 0, "min"), DossierWords.AimStart);
        yield return Row(DossierWords.Overheating, Print(report.Rooms.Overheating, 1, "K·h"), DossierWords.AimOverheating);
        yield return Row(DossierWords.Discomfort, Print(report.Rooms.Discomfort, 1, "K·h"), DossierWords.AimDiscomfort);
        yield return Row(DossierWords.UnoccupiedExcess, Print(report.Rooms.UnoccupiedExcess, 1, "K"), DossierWords.AimFalling);
    }

    private IEnumerable<DossierRow> Boiler(Beside beside)
    {
        yield return Row(DossierWords.Starts, report.Starts.PerHour.Problem == FigureProblem.None
            ? language.Say(DossierWords.PerHour, Print(report.Starts.PerHour, 1, ""), language.Number(report.Starts.MostPerHour.Value, 0))
            : Print(report.Starts.PerHour, 1, ""), DossierWords.AimStarts);
        yield return Row(DossierWords.Run, Print(report.Starts.MeanRun, 0, "min"), DossierWords.AimRun);
        yield return Row(DossierWords.Condensing, Share(report.Condensing), DossierWords.AimCondensing);
        yield return Row(DossierWords.Efficiency, report.Efficiency.Problem == FigureProblem.ImpossibleValue ? language.Say(DossierWords.MoreHeatThanGas) : Share(report.Efficiency), DossierWords.AimEfficiency);
        yield return Row(DossierWords.Regulation, Print(report.RegulationError, 1, "K"), DossierWords.AimRegulation);
        yield return Row(DossierWords.PerArea, beside.PerSquareMetre is { } intensity ? Print(intensity, 0, "kWh/m²") : language.Say(DossierWords.NoEnergy), DossierWords.AimTrend);
        yield return Row(DossierWords.Drift, Drift(beside.Drift), DossierWords.AimDrift);
    }

    private IEnumerable<DossierRow> Orders()
    {
        yield return Row(DossierWords.Confirmed, Share(report.Orders.Confirmed), DossierWords.AimConfirmed);
        yield return Row(DossierWords.Effective, Share(report.Orders.Effective), DossierWords.AimEffective);
        yield return Row(DossierWords.Repairs, Print(report.RepairsADay, 0, ""), DossierWords.AimRepairs);
        yield return Row(DossierWords.Writes, Print(report.WritesADay, 0, ""), DossierWords.AimWrites);
        yield return Row(DossierWords.Forced, Forced(), DossierWords.AimForced);
        var trips = report.Trips;
        yield return Row(DossierWords.Interventions, language.Number(trips.Interventions, 0), DossierWords.NoAim);
        yield return Row(DossierWords.Trips, language.Say(DossierWords.TripsValue, language.Measure(trips.Kilometres, 0, "km"), language.Measure(trips.Hours, 1, "h"),
            language.Measure(trips.KgCO2e, 1, "kg" + Language.Hard + "CO₂e")), DossierWords.NoAim);
    }

    private IEnumerable<DossierRow> Site(Beside beside)
    {
        yield return Row(DossierWords.AlarmsADay, beside.Alarms.PerSitePerDay is { } day ? language.Number(day, 2) : language.Say(FigureWords.Missing), DossierWords.AimAlarms);
        var urgent = beside.Alarms.ByPriority.First(one => one.Severity == Severity.P1);
        yield return Row(DossierWords.Answered, language.Say(DossierWords.AnsweredValue, Time(urgent.ToAcknowledge), Time(urgent.ToRestore)), DossierWords.AimAnswered);
        yield return Row(DossierWords.HotWaterDays, beside.HotWater.Count == 0
            ? language.Say(DossierWords.NoHotWater)
            : language.Say(DossierWords.HotWaterValue,
                language.Number(beside.HotWater.Count(one => one.Verdict is HotWaterDay.HeatedUp or HotWaterDay.KeptHot), 0),
                language.Number(beside.HotWater.Count(one => one.Verdict != HotWaterDay.NotMeasured), 0),
                language.Number(beside.HotWater.Count(one => one.Verdict == HotWaterDay.NotMeasured), 0)), DossierWords.AimHotWater);
        yield return Row(DossierWords.InSight, Share(report.InSight), DossierWords.AimInSight);
        yield return Row(DossierWords.Calendar, beside.Programme is { } programme && programme.Zones.Any(zone => zone.Holidays.SchoolHolidays is not null)
            ? language.Measure(Math.Max(0, programme.School.KnownUntil.DayNumber - beside.Today.DayNumber), 0, language == Language.French ? "jours" : "days")
            : language.Say(DossierWords.NoCalendar), DossierWords.AimCalendar);
    }

    private string Forced() => report.ForcedHours.Problem != FigureProblem.None
        ? Print(report.ForcedHours, 1, "h")
        : language.Say(DossierWords.ForcedValue, Print(report.ForcedHours, 1, "h"),
            language.Number(100 * report.ForcedHours.Value / Math.Max(1, (report.To - report.From).TotalHours * report.ForcedHours.Coverage), 1),
            language.Measure(report.ForcedHours.Lines.Where(line => line.Label == nameof(Telemetry.Model.Control.LadderLevel.SafeState)).Sum(line => line.Result), 1, "h"));

    private string Drift(BuildingDrift? drift) => drift switch
    {
        null => language.Say(DossierWords.NotJudged),
        { Lasting: { } lasting } => language.Say(DossierWords.Drifts, language.Change(drift.Share), language.Day(lasting.From)),
        _ => language.Say(DossierWords.NoDrift),
    };

    private string Time(AnswerTimes times) => times.Mean is { } mean ? language.Measure(mean.TotalMinutes, 0, "min") : "—";

    private DossierRow Row(Phrase name, string value, Phrase aim) => new(language.Say(name), value, language.Say(aim));

    private string Print(Figure figure, int decimals, string unit) => figure.Problem != FigureProblem.None || !double.IsFinite(figure.Value)
        ? figure.Problem switch
        {
            FigureProblem.NoDenominator => language.Say(DossierWords.NothingToCount),
            FigureProblem.NoMeter => language.Say(DossierWords.NotMeasuredHere),
            _ => language.Say(FigureWords.Missing) + (language == Language.French ? Language.Hard : "") + ": " + language.Say(FigureWords.Why(figure.Problem)),
        }
        : language.Measure(figure.Value, decimals, unit) + Partly(figure);

    private string Share(Figure figure) => figure.Problem != FigureProblem.None ? Print(figure, 0, "") : language.Percent(figure.Value) + Partly(figure);

    private string Partly(Figure figure) => figure.Coverage < 0.995 ? ", " + language.Say(FigureWords.Coverage, language.Percent(figure.Coverage)) : "";
}
