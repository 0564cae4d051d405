using System.CommandLine;
using System.Globalization;
using Telemetry.Analytics.Imports.Files;
using Telemetry.Analytics.Indicators.Baseline;

namespace Telemetry.Dashboard.Office;

/// <summary><c>dashboard baseline fit --meter USE.csv --weather T.csv [--model …] [--json]</c>: a daily model from two CSV files.</summary>
internal sealed class BaselineCommand
{
    private readonly Option<string> _meter = new("--meter") { Description = "CSV of days: a date and a use. FILE, or FILE:DATECOLUMN:VALUECOLUMN.", Required = true };
    private readonly Option<string> _weather = new("--weather") { Description = "CSV of days: a date and a mean temperature, written alike.", Required = true };
    private readonly Option<string> _model = new("--model") { Description = "caltrack (default), 2p, 3ph, 3pc, 4p, 5p.", DefaultValueFactory = _ => "caltrack" };
    private readonly Option<bool> _fahrenheit = new("--fahrenheit") { Description = "The temperatures are in degrees Fahrenheit." };
    private readonly PeriodOptions _period = new();

    internal Command Command(OfficeCommands office)
    {
        var fit = new Command("fit", "Fits a model of daily use on temperature, with its statistics and the gate.") { _meter, _weather, _model, _fahrenheit, _period.From, _period.To };
        fit.SetAction(parsed => Run(office.Screen(parsed), parsed));
        return new Command("baseline", "Baselines of energy use.") { fit };
    }

    private int Run(OfficeScreen screen, ParseResult parsed)
    {
        var (use, wrongUse) = DailyFile.Read(parsed.GetValue(_meter)!);
        var (weather, wrongWeather) = DailyFile.Read(parsed.GetValue(_weather)!);
        if ((wrongUse ?? wrongWeather) is { } wrong)
        {
            return screen.Fail(wrong);
        }

        var days = DailyUse.Join(use, weather);
        if (days.Count == 0)
        {
            return screen.Fail("The two files have no day in common.");
        }

        var (from, to) = (Day(parsed.GetValue(_period.From)) ?? days[0].Day, Day(parsed.GetValue(_period.To)) ?? days[^1].Day.AddDays(1));
        var inside = days.Where(day => day.Day >= from && day.Day < to).ToList();
        var name = parsed.GetValue(_model)!;
        if (Model(name, inside, parsed.GetValue(_fahrenheit), out var known) is not { } model)
        {
            return known ? screen.Fail($"No {name} model can be made from {inside.Count(day => day.Usable)} days with both energy and temperature.")
                : screen.Fail($"--model {name}: write caltrack, 2p, 3ph, 3pc, 4p or 5p.");
        }

        var gate = BaselineGate.Of(inside, from, to, model);
        Tell(screen, model, gate, from, to);
        return gate.Passed ? OfficeScreen.Done : OfficeScreen.Look;
    }

    private static void Tell(OfficeScreen screen, TemperatureModel model, BaselineGate gate, DateOnly from, DateOnly to)
    {
        var fit = model.Statistics;
        screen.Tell(new
        {
            from, to, days = gate.Days, usable = gate.Usable, model = model.Kind, intercept = model.Intercept,
            heatingSlope = model.HeatingSlope, heatingPoint = model.HeatingPoint, coolingSlope = model.CoolingSlope, coolingPoint = model.CoolingPoint,
            n = fit.N, p = fit.P, sse = fit.Sse, r2 = OfficeScreen.Number(fit.R2), r2Adjusted = OfficeScreen.Number(fit.R2Adjusted), cvRmse = OfficeScreen.Number(fit.CvRmse),
            nmbe = OfficeScreen.Number(fit.Nmbe), rho = OfficeScreen.Number(fit.Rho), verdict = BaselineGate.Verdict(fit), passed = gate.Passed, findings = gate.Findings,
        });
        screen.Say(FormattableString.Invariant($"{model.Kind}, {from:yyyy-MM-dd} to {to:yyyy-MM-dd}, {gate.Usable} of {gate.Days} days"));
        screen.Say(FormattableString.Invariant($"  use = {model.Intercept:0.######} + {model.HeatingSlope:0.######} x ({model.HeatingPoint:0.##} - T)+ + {model.CoolingSlope:0.######} x (T - {model.CoolingPoint:0.##})+"));
        screen.Say(FormattableString.Invariant($"  R2 {fit.R2:0.####}, adjusted {fit.R2Adjusted:0.####}, CV(RMSE) {fit.CvRmse:0.####} (n-p-1), NMBE {fit.Nmbe:0.####}, n {fit.N}, p {fit.P}"));
        screen.Say($"  {BaselineGate.Verdict(fit)}; gate {(gate.Passed ? "passed" : "not passed")}{(gate.Findings.Count > 0 ? ": " + string.Join(", ", gate.Findings) : "")}");
    }

    private static TemperatureModel? Model(string name, IReadOnlyList<DailyUse> days, bool fahrenheit, out bool known)
    {
        ModelKind? kind = name switch
        {
            "2p" => ModelKind.TwoParameter,
            "3ph" => ModelKind.ThreeParameterHeating,
            "3pc" => ModelKind.ThreeParameterCooling,
            "4p" => ModelKind.FourParameter,
            "5p" => ModelKind.FiveParameter,
            _ => null,
        };
        known = kind is not null || name == "caltrack";
        return kind is { } shape ? ChangePoints.Fit(days, shape) : known ? DailyModel.Fit(days, fahrenheit ? BalanceGrid.Fahrenheit : BalanceGrid.Celsius) : null;
    }

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
