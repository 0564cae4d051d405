using System.CommandLine;
using System.Globalization;
using Telemetry.Analytics.Imports;
using Telemetry.Analytics.Imports.Files;
using Telemetry.Analytics.Imports.Mapping;
using Telemetry.Analytics.Indicators;
using Telemetry.Analytics.Indicators.Calendar;
using Telemetry.Analytics.Indicators.Energy;
using Telemetry.Analytics.Reports.Estate;
using Telemetry.Analytics.Reports.Meter;
using Telemetry.Model.Energy;

namespace Telemetry.Dashboard.Office;

/// <summary><c>dashboard indicators --meter FILE …</c>: the indicators of one meter's CSV file, without the centre's files.</summary>
internal sealed class MeterIndicators
{
    private const int MostShown = 10;
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    private readonly Option<string?> _meter = new("--meter") { Description = "A meter's CSV file instead of the centre's files: FILE, or FILE:TIMECOLUMN:VALUECOLUMN." };
    private readonly Option<string?> _mapping = new("--mapping") { Description = "How --meter is read, as for import; without it: ISO 8601 times, decimal point." };
    private readonly Option<string> _as = new("--as") { Description = "What its rows are: energy (default), power or register.", DefaultValueFactory = _ => "energy" };
    private readonly Option<string?> _unit = new("--unit") { Description = "Their unit: kWh (default), Wh, MWh; W or kW of power; m³ of a register." };
    private readonly Option<string> _step = new("--step") { Description = "Length of an interval: shown by the rows (default), 30min, 1h, 1d.", DefaultValueFactory = _ => "shown" };
    private readonly Option<double> _coefficient = new("--kwh-per-unit") { Description = "kWh of one unit of the file: a gas bill's coefficient.", DefaultValueFactory = _ => 1 };
    private readonly Option<Carrier> _carrier = new("--carrier") { Description = "What it counts: electricity (default), naturalgas, districtheat …", DefaultValueFactory = _ => Carrier.Electricity };
    private readonly Option<string?> _weather = new("--weather") { Description = "CSV of days: a date and a mean temperature; FILE, or FILE:DATECOLUMN:VALUECOLUMN." };
    private readonly Option<double?> _area = new("--area") { Description = "Floor area, m²." };
    private readonly Option<double?> _inhabitants = new("--inhabitants") { Description = "Inhabitants." };
    private readonly Option<double?> _subscribed = new("--subscribed") { Description = "Subscribed power, kW." };
    private readonly Option<string?> _opening = new("--opening") { Description = "Opening hours from Monday to Friday, 8-18; public holidays closed." };

    internal void AddTo(Command command)
    {
        Option[] all = [_meter, _mapping, _as, _unit, _step, _coefficient, _carrier, _weather, _area, _inhabitants, _subscribed, _opening];
        foreach (var option in all)
        {
            command.Options.Add(option);
        }
    }

    internal bool Asked(ParseResult parsed) => parsed.GetValue(_meter) is not null;

    internal int Run(OfficeScreen screen, ParseResult parsed, PeriodOptions periods)
    {
        var (path, columns) = parsed.GetValue(_meter)!.Split(':') switch
        {
            [var file, var time, var value] => (file, ((string, string)?)(time, value)),
            [var file] => (file, null),
            _ => ("", null),
        };
        if (!File.Exists(path))
        {
            return screen.Fail($"{parsed.GetValue(_meter)}: there is no such file (write FILE, or FILE:TIMECOLUMN:VALUECOLUMN).");
        }

        if (!(parsed.GetValue(_coefficient) > 0) || parsed.GetValue(_carrier) == Carrier.None)
        {
            return screen.Fail("--kwh-per-unit is a number above 0, --carrier an energy.");
        }

        try
        {
            var (mapping, wrong) = Mapping(parsed, path, columns);
            var (read, unreadable) = mapping is null ? (null, wrong) : MeterFile.Read(path, mapping, parsed.GetValue(_coefficient), TimeProvider.System.GetUtcNow());
            return read is null ? screen.Fail(unreadable!) : Answer(screen, parsed, periods, read);
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return screen.Fail(unusable.Message);
        }
    }

    private (ImportMapping? Mapping, string? Wrong) Mapping(ParseResult parsed, string path, (string, string)? columns)
    {
        if (parsed.GetValue(_mapping) is { } file)
        {
            var (mapping, problems) = MappingFile.Load(file);
            return (mapping, mapping is null ? string.Join(Environment.NewLine, problems) : null);
        }

        if (!Enum.TryParse<ImportKind>(parsed.GetValue(_as), ignoreCase: true, out var kind) || kind is not (ImportKind.Energy or ImportKind.Power or ImportKind.Register))
        {
            return (null, $"--as {parsed.GetValue(_as)}: write energy, power or register.");
        }

        return MeterFile.Plain(path, columns, (kind, parsed.GetValue(_unit) ?? (kind == ImportKind.Power ? "kW" : "kWh"), parsed.GetValue(_step)!), Paris);
    }

    private int Answer(OfficeScreen screen, ParseResult parsed, PeriodOptions periods, MeterFile read)
    {
        var (first, end) = (CivilDays.Of(read.Intervals[0].From, Paris), CivilDays.Of(read.Intervals[^1].To.AddTicks(-1), Paris).AddDays(1));
        string? wrong = null;
        var period = periods.Asked(parsed) ? periods.Read(parsed, end, out wrong) : new EstatePeriod("", first, end);
        if (period is null)
        {
            return screen.Fail(wrong!);
        }

        var (temperatures, noWeather) = parsed.GetValue(_weather) is { } weather ? DailyFile.Read(weather) : (new Dictionary<DateOnly, double>(), null);
        BuildingCalendar? calendar = null;
        if (noWeather is not null || (parsed.GetValue(_opening) is { } opening && (calendar = Calendar(opening, period)) is null))
        {
            return screen.Fail(noWeather ?? $"--opening {parsed.GetValue(_opening)}: write two hours, 8-18.");
        }

        var report = MeterReport.Of(read.Intervals, new MeterQuestion
        {
            Carrier = parsed.GetValue(_carrier), From = period.From, To = period.To, Zone = Paris, Factors = FactorFile.Shipped, Step = read.Step,
            AreaM2 = parsed.GetValue(_area), Inhabitants = parsed.GetValue(_inhabitants), SubscribedKW = parsed.GetValue(_subscribed),
            Calendar = calendar, Temperatures = temperatures,
        });
        Tell(screen, report, read, period);
        return report.Figures[0].Figure.Problem == FigureProblem.None && read.Refused.Count == 0 ? OfficeScreen.Done : OfficeScreen.Look;
    }

    private static BuildingCalendar? Calendar(string opening, EstatePeriod period) =>
        opening.Split('-') is [var opens, var closes]
        && double.TryParse(opens, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var from) && double.TryParse(closes, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var to)
        && from < to && to <= 24
            ? new BuildingCalendar
            {
                Name = "Monday to Friday, " + opening,
                Week = Enumerable.Range(1, 5).ToDictionary(day => (DayOfWeek)day, _ => (from, to)),
                Holidays = Enumerable.Range(period.From.Year, period.To.Year - period.From.Year + 1).SelectMany(year => FrenchHolidays.Of(year)).ToHashSet(),
            }
            : null;

    private static void Tell(OfficeScreen screen, MeterReport report, MeterFile read, EstatePeriod period)
    {
        var expectation = report.Expectation;
        screen.Tell(new
        {
            period = new { period.From, period.To },
            stepMinutes = read.Step.TotalMinutes,
            refused = read.Refused,
            figures = report.Figures.ToDictionary(one => one.Name, one => FigureDocument.Of(one.Figure), StringComparer.Ordinal),
            band = OfficeScreen.Number(expectation?.Savings.Band ?? double.NaN),
            baseline = expectation is null ? null : new
            {
                from = expectation.BaselineFrom, to = expectation.BaselineTo, model = expectation.Model.Kind, intercept = expectation.Model.Intercept,
                heatingSlope = expectation.Model.HeatingSlope, heatingPoint = expectation.Model.HeatingPoint, coolingSlope = expectation.Model.CoolingSlope,
                coolingPoint = expectation.Model.CoolingPoint, cvRmse = OfficeScreen.Number(expectation.Model.Statistics.CvRmse),
                passed = expectation.Gate.Passed, findings = expectation.Gate.Findings,
            },
            anomalies = report.Anomalies.Select(one => new { one.Kind, one.From, one.To, atStake = OfficeScreen.Number(one.AtStake), one.Unit, one.ByYear }),
        });
        screen.Say(FormattableString.Invariant($"{period.From:yyyy-MM-dd} to {period.To:yyyy-MM-dd}, intervals of {read.Step.TotalMinutes:0.#} min, {read.Refused.Count} rows refused"));
        foreach (var (name, figure) in report.Figures)
        {
            screen.Say("  " + FigureDocument.Line(name, figure));
        }

        foreach (var one in report.Anomalies.Take(MostShown))
        {
            screen.Say(FormattableString.Invariant($"  {one.Kind}, {one.From:yyyy-MM-dd HH:mm}Z to {one.To:yyyy-MM-dd HH:mm}Z: {one.AtStake:0.#} {one.Unit}{(one.ByYear ? " a year" : "")}"));
        }

        foreach (var row in read.Refused.Take(MostShown))
        {
            screen.Say($"  line {row.Line.ToString(CultureInfo.InvariantCulture)}: {row.Reason}  [{row.Text}]");
        }
    }
}
