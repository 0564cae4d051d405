namespace Telemetry.Analytics.Indicators.Tertiary;

/// <summary>The class a DPE would give for an energy, where the thresholds are sure. An equivalent, never a DPE.</summary>
/// <remarks>
/// Shipped is only what was read in an official page: class A of offices, administration and teaching reaches 50 kWhEP/m². Everything else is
/// refused until a person enters the arrêté's table with its source.
/// </remarks>
public static class DpeClass
{
    /// <summary>Thresholds that are sure.</summary>
    public static IReadOnlyList<DpeThreshold> Sure { get; } =
        [new(DpeBuilding.OfficeOrTeaching, 'A', 50, "rt-re-batiment.developpement-durable.gouv.fr, DPE tertiaire")];

    /// <summary>The equivalent class; null when the thresholds that would decide are not sure.</summary>
    /// <param name="building">Model of label.</param>
    /// <param name="kWhEpPerM2">Primary energy by floor area and year, at least 0.</param>
    /// <param name="thresholds">Sure thresholds.</param>
    public static char? Of(DpeBuilding building, double kWhEpPerM2, IReadOnlyList<DpeThreshold> thresholds)
    {
        ArgumentNullException.ThrowIfNull(thresholds);
        var own = thresholds.Where(one => one.Building == building).OrderBy(one => one.Class).ToList();
        if (!(kWhEpPerM2 >= 0) || own.Count == 0)
        {
            return null;
        }

        // Without a gap in the letters from A on: a missing B would call its buildings C.
        for (var place = 0; place < own.Count && own[place].Class == 'A' + place; place++)
        {
            if (kWhEpPerM2 <= own[place].MostKWhEpPerM2)
            {
                return own[place].Class;
            }
        }

        return own.Count == 6 && own[5].Class == 'F' ? 'G' : null;
    }
}
