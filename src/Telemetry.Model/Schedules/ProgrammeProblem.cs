using Telemetry.Model.Settings;

namespace Telemetry.Model.Schedules;

/// <summary>One thing wrong with a programme.</summary>
/// <param name="Kind">What.</param>
/// <param name="Where">The place, as a path: <c>zones/classes/week/Monday/2</c>, <c>exceptions/3</c>, <c>zones/classes/settings/Comfort</c>.</param>
public sealed record ProgrammeProblem(ProgrammeProblemKind Kind, string Where)
{
    /// <summary>The setting concerned, when it is one.</summary>
    public Setting? Setting { get; init; }

    /// <summary>The bound that was passed, in the setting's unit, or the days left.</summary>
    public double? Limit { get; init; }

    /// <summary>Whether the programme may run all the same.</summary>
    public bool IsWarning => Kind >= ProgrammeProblemKind.OverLegalLimit;
}
