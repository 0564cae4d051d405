namespace Telemetry.Analytics.Alarms.OnCall;

/// <summary>Who is on call when. Pure.</summary>
/// <param name="People">Everybody who may be.</param>
/// <param name="Shifts">Their times.</param>
public sealed record Rota(IReadOnlyList<Person> People, IReadOnlyList<Shift> Shifts)
{
    /// <summary>Nobody.</summary>
    public static Rota Empty { get; } = new([], []);

    /// <summary>Who holds a rank at an instant; null when nobody does. Of two shifts that overlap the one that began last counts: it stands in for the other.</summary>
    public Person? OnDuty(int rank, DateTimeOffset at) =>
        Shifts.Where(shift => shift.Rank == rank && shift.Covers(at)).OrderByDescending(shift => shift.From)
            .Select(shift => People.FirstOrDefault(person => person.Id == shift.Person)).FirstOrDefault(person => person is not null);

    /// <summary>The first rank from one on that somebody holds: an empty place must not lose a call. Null when nobody is on call at all.</summary>
    public (int Rank, Person Person)? Reached(int from, DateTimeOffset at)
    {
        // Upwards first, for the next in line knows the sites; then whoever is there.
        foreach (var rank in Enumerable.Range(from, Shift.LastRank - from + 1).Concat(Enumerable.Range(1, from - 1).Reverse()))
        {
            if (OnDuty(rank, at) is { } person)
            {
                return (rank, person);
            }
        }

        return null;
    }
}
