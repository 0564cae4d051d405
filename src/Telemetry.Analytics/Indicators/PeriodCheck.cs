namespace Telemetry.Analytics.Indicators;

/// <summary>Whether a period can be one.</summary>
public static class PeriodCheck
{
    /// <summary>First year a reading can be of.</summary>
    public const int FirstYear = 1990;

    /// <summary>First year no reading can be of.</summary>
    public const int EndYear = 2100;

    private static readonly DateTimeOffset First = new(FirstYear, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset End = new(EndYear, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The reason why <c>[from, to)</c> is no period; <see cref="FigureProblem.None"/> when it is one.</summary>
    public static FigureProblem Of(DateTimeOffset from, DateTimeOffset to) =>
        !Credible(from) || !Credible(to) ? FigureProblem.AbsurdDate
        : to <= from ? FigureProblem.EmptyPeriod
        : FigureProblem.None;

    /// <summary>Whether an instant can be one of a reading.</summary>
    public static bool Credible(DateTimeOffset at) => at >= First && at < End;
}
