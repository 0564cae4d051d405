using Telemetry.Bench.Indicators;

// portfolio BUILDINGS : every indicator of so many buildings over three years of hourly registers, on two threads.
// parts ROUNDS        : what each part of one building costs.
// days FILE           : writes 365 days (use, temperature) for both baseline fits.
// fit FILE ROUNDS     : our daily baseline on that file: its coefficients and the time of one fit.
switch (args)
{
    case ["portfolio", var buildings]:
        return Portfolio.Run(int.Parse(buildings));
    case ["parts", var rounds]:
        return Portfolio.Parts(int.Parse(rounds));
    case ["days", var file]:
        return DailyFit.Write(file);
    case ["fit", var file, var rounds]:
        return DailyFit.Run(file, int.Parse(rounds));
    default:
        Console.Error.WriteLine("indicators-bench portfolio BUILDINGS | parts ROUNDS | days FILE | fit FILE ROUNDS");
        return 2;
}
