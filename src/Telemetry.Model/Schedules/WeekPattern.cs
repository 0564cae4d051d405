namespace Telemetry.Model.Schedules;

/// <summary>The usual week of a zone: when people are there. When to heat for it is the gateway's business.</summary>
public sealed record WeekPattern
{
    /// <summary>Most slots in one day.</summary>
    public const int MostSlots = 12;

    /// <summary>The slots of each day, Monday first, seven days; within a day in the order of their hours.</summary>
    public required IReadOnlyList<IReadOnlyList<Slot>> Days { get; init; }

    /// <summary>What holds outside every slot.</summary>
    public ProgrammeMode Otherwise { get; init; } = ProgrammeMode.Reduced;

    /// <summary>The slots of a day of the week.</summary>
    public IReadOnlyList<Slot> On(DayOfWeek day) => Days.Count == 7 ? Days[IndexOf(day)] : [];

    /// <summary>The same week with other slots on one day.</summary>
    public WeekPattern With(DayOfWeek day, IReadOnlyList<Slot> slots) =>
        this with { Days = [.. Days.Select((old, index) => index == IndexOf(day) ? slots : old)] };

    /// <summary>A week with the same slot on some days and nothing on the others.</summary>
    public static WeekPattern Of(Slot slot, params ReadOnlySpan<DayOfWeek> days)
    {
        var week = new IReadOnlyList<Slot>[7];
        Array.Fill(week, []);
        foreach (var day in days)
        {
            week[IndexOf(day)] = [slot];
        }

        return new WeekPattern { Days = week };
    }

    /// <summary>The place of a day in <see cref="Days"/>: Monday 0, Sunday 6.</summary>
    public static int IndexOf(DayOfWeek day) => ((int)day + 6) % 7;
}
