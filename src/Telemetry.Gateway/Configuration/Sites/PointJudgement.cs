namespace Telemetry.Gateway.Configuration;

/// <summary>What a site says, point by point, of values that cannot be believed, and of thin lines.</summary>
internal sealed record PointJudgement
{
    /// <summary>Values, in the point's unit, by which the device says that it has none.</summary>
    internal IReadOnlyList<double> Sentinels { get; init; } = [];

    /// <summary>Greatest power behind a counter, W; null when not known.</summary>
    internal double? RatedPowerW { get; init; }

    /// <summary>Greatest change in a minute, in the point's unit; null when not known.</summary>
    internal double? RateOfChangePerMinute { get; init; }

    /// <summary>How long it may show the very same value; null for ever.</summary>
    internal TimeSpan? FrozenAfter { get; init; }

    /// <summary>Period of means, least and greatest values in the place of every value; null for every value.</summary>
    internal TimeSpan? Aggregate { get; init; }

    /// <summary>Reads the keys <c>sentinels</c>, <c>ratedPowerW</c>, <c>rateOfChangePerMinute</c>, <c>frozenAfterMinutes</c> and <c>aggregateSeconds</c>.</summary>
    internal static PointJudgement Read(YamlMap? map) => map is null ? new PointJudgement() : new PointJudgement
    {
        Sentinels = map.Numbers("sentinels"),
        RatedPowerW = Given(map, "ratedPowerW", 1e9),
        RateOfChangePerMinute = Given(map, "rateOfChangePerMinute", 1e9),
        FrozenAfter = Given(map, "frozenAfterMinutes", 525_600) is { } minutes ? TimeSpan.FromMinutes(minutes) : null,
        Aggregate = Given(map, "aggregateSeconds", 86_400) is { } seconds ? TimeSpan.FromSeconds(Math.Max(1, Math.Round(seconds))) : null,
    };

    private static double? Given(YamlMap map, string key, double most) => map.Has(key) ? map.Number(key, most, 1e-6, most) : null;
}
