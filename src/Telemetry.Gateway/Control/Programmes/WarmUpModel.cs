namespace Telemetry.Gateway.Control.Programmes;

/// <summary>How long a zone takes to warm, as its warm-ups have taught: time = dead time + way ÷ rate, the rate moving with the cold outdoors. Pure.</summary>
/// <param name="DeadHours">Until pipes, water and slab are warm and the room begins to follow, h.</param>
/// <param name="KelvinPerHour">From then on, K/h.</param>
/// <remarks>
/// The level of the rate is that of the last days of the same class of absence, as in Modelica Buildings <c>OptimalStart</c>. Dead time and the slope by outdoor temperature
/// are of the building: they are learned from every class together, each warm-up compared with the mean of its class, by ridge regression. With few lessons the
/// dead time is what is supposed of the emitter, the slope near zero, and the mean stands alone. A long way weighs more: of a short one the sensor's grain is a large part.
/// </remarks>
internal readonly record struct WarmUpModel(double DeadHours, double KelvinPerHour)
{
    private const double OutdoorScale = 5;
    private const double DeadRidge = 0.15;
    private const double OutdoorRidge = 2;
    private const double LevelRidge = 0.5;

    /// <summary>The model for one morning.</summary>
    /// <param name="lessons">All that was learned, newest first.</param>
    /// <param name="absence">After what absence.</param>
    /// <param name="days">How many similar days make the level.</param>
    /// <param name="guess">What to suppose while nothing was learned; its dead time is what learning begins from.</param>
    /// <param name="outdoor">Outdoor now, °C; null when not known.</param>
    internal static WarmUpModel Of(IReadOnlyList<Lesson> lessons, AbsenceClass absence, int days, WarmUpModel guess, double? outdoor)
    {
        var similar = lessons.Where(lesson => lesson.Class == absence).ToList();
        similar = similar.Count > 0 ? similar : [.. lessons];
        if (similar.Count == 0)
        {
            return guess;
        }

        var means = Means.Of(similar);
        var (dead, slope) = Slopes(lessons, guess.DeadHours);
        var least = similar.Where(lesson => lesson.Gap > 0).Select(Hours).DefaultIfEmpty(0).Min();
        dead = Math.Clamp(dead, 0, 0.8 * least);

        // Hours a kelvin on the last similar days, had they been as usual outdoors; short ways count little beside what is usual.
        var (sum, weight) = (LevelRidge * Math.Max(0.05 * means.Pace, means.Pace - (dead * means.Share * means.Pace)), LevelRidge);
        foreach (var lesson in similar.Take(days))
        {
            var square = lesson.Gap > 0 ? lesson.Gap * lesson.Gap : 1;
            sum += square * (lesson.Gap > 0 ? (Hours(lesson) - dead) / lesson.Gap / Factor(slope, means, lesson.Outdoor) : 1 / lesson.KelvinPerHour);
            weight += square;
        }

        var pace = sum / weight;
        return new WarmUpModel(dead, 1 / (pace * Factor(slope, means, outdoor)));
    }

    private static double Hours(Lesson lesson) => lesson.Gap / lesson.KelvinPerHour;

    private static double Factor(double slope, Means means, double? outdoor) => Math.Clamp(1 + (slope * means.Cold(outdoor)), 0.5, 2);

    /// <summary>Dead time, h, and relative change of the pace by 5 K outdoors.</summary>
    private static (double Dead, double Outdoor) Slopes(IReadOnlyList<Lesson> lessons, double supposed)
    {
        var (dd, dc, cc, dy, cy) = (DeadRidge, 0.0, OutdoorRidge, DeadRidge * supposed, 0.0);
        foreach (var group in lessons.Where(lesson => lesson.Gap > 0).GroupBy(lesson => lesson.Class))
        {
            var means = Means.Of([.. group]);
            foreach (var lesson in group)
            {
                var weight = lesson.Gap * lesson.Gap;
                var (share, cold) = ((1 / (means.Pace * lesson.Gap)) - means.Share, means.Cold(lesson.Outdoor));
                var y = (Hours(lesson) / (means.Pace * lesson.Gap)) - 1;
                (dd, dc, cc) = (dd + (weight * share * share), dc + (weight * share * cold), cc + (weight * cold * cold));
                (dy, cy) = (dy + (weight * share * y), cy + (weight * cold * y));
            }
        }

        var determinant = (dd * cc) - (dc * dc);
        return (((dy * cc) - (cy * dc)) / determinant, ((cy * dd) - (dy * dc)) / determinant);
    }

    /// <summary>What is usual in some lessons.</summary>
    /// <param name="Pace">Hours a kelvin, dead time included.</param>
    /// <param name="Share">What an hour of dead time is of a warm-up.</param>
    /// <param name="Outdoor">°C; null when never noted.</param>
    private readonly record struct Means(double Pace, double Share, double? Outdoor)
    {
        internal static Means Of(List<Lesson> lessons)
        {
            var noted = lessons.Where(lesson => lesson.Gap > 0).ToList();
            var pace = noted.Count > 0 ? noted.Sum(Hours) / noted.Sum(lesson => lesson.Gap) : lessons.Average(lesson => 1 / lesson.KelvinPerHour);
            return new Means(pace, noted.Select(lesson => 1 / (pace * lesson.Gap)).DefaultIfEmpty(0).Average(), lessons.Average(lesson => lesson.Outdoor));
        }

        // What is not known is taken to be as usual.
        internal double Cold(double? outdoor) => outdoor is { } celsius && Outdoor is { } usual ? (celsius - usual) / OutdoorScale : 0;
    }
}
