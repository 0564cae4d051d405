using System.Globalization;

namespace Telemetry.Dashboard.Boilers.Cascades;

/// <summary>What the gateway advises of the boilers of one boiler room.</summary>
/// <param name="Lead">The boiler that should lead, from 1; null while the hours of one lack.</param>
/// <param name="Wanted">How many should run; null while it is not known what each does.</param>
/// <param name="Running">How many do.</param>
/// <param name="Hours">Hours of each boiler, as they are numbered on site; null for one that does not tell them.</param>
internal sealed record CascadeAdvice(int? Lead, int? Wanted, int? Running, IReadOnlyList<double?> Hours)
{
    /// <summary>Reads it from the points of a boiler room; null where its boilers do not speak for themselves.</summary>
    /// <param name="readings">The last thing known of each point.</param>
    /// <param name="now">The instant at which a value must still hold.</param>
    public static CascadeAdvice? Of(IReadOnlyDictionary<string, Reading?> readings, DateTimeOffset now)
    {
        double? Fresh(string name) => readings.GetValueOrDefault(name)?.Fresh(now);
        int? Whole(string name) => Fresh(name) is { } value and >= 0 and < 100 ? (int)value : null;
        var boilers = Enumerable.Range(1, readings.Count).TakeWhile(number => readings.ContainsKey(Name(number))).ToList();
        return boilers.Count == 0 ? null : new CascadeAdvice(
            Whole("cascade.lead") is { } lead && lead >= 1 && lead <= boilers.Count ? lead : null, Whole("cascade.wanted"), Whole("cascade.running"), [.. boilers.Select(number => Fresh(Name(number)))]);
    }

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"cascade.hours.{number}");
}
