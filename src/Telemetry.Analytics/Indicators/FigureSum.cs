namespace Telemetry.Analytics.Indicators;

/// <summary>Adds figures of one period and unit: the parts and the total agree, and what lacks is named.</summary>
public static class FigureSum
{
    /// <summary>The sum of the parts that have a value.</summary>
    /// <param name="unit">Their unit, and the sum's.</param>
    /// <param name="parts">At least one, all over the same period.</param>
    /// <returns>
    /// A figure whose lines are all lines of its parts, whose coverage is the mean of theirs (a part without value counts as none) and whose
    /// <see cref="Figure.Missing"/> names the parts without value; refused with the first reason when no part has one.
    /// </returns>
    public static Figure Of(string unit, IReadOnlyList<Figure> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        if (parts.Count == 0)
        {
            throw new ArgumentException("A sum needs a part.", nameof(parts));
        }

        var (from, to) = (parts[0].From, parts[0].To);
        var missing = parts.SelectMany(part => part.Missing).ToList();
        var given = parts.Where(part => part.Problem == FigureProblem.None).ToList();
        if (given.Count == 0)
        {
            return Figure.Refused(unit, from, to, parts[0].Problem) with { Missing = missing };
        }

        return new Figure
        {
            Value = given.Sum(part => part.Value),
            Unit = unit,
            From = from,
            To = to,
            Coverage = given.Sum(part => part.Coverage) / parts.Count,
            Estimated = given.Sum(part => part.Estimated),
            Lines = [.. given.SelectMany(part => part.Lines)],
            Missing = missing,
        };
    }
}
