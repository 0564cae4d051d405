using Telemetry.Model.Control;
using Telemetry.Model.Schedules;

namespace Telemetry.Analytics.Programmes;

/// <summary>A version of a programme and how far it came.</summary>
/// <param name="Programme">What was asked.</param>
/// <param name="Last">Its last step; <see cref="OrderState.Confirmed"/> once the gateway keeps it on its own disk.</param>
public sealed record ProgrammeStory(Programme Programme, OrderReport Last)
{
    /// <summary>Whether the gateway has it.</summary>
    public bool IsKept => Last.State == OrderState.Confirmed;

    /// <summary>Whether nobody has answered yet.</summary>
    public bool IsOnItsWay => Last.State is OrderState.Requested or OrderState.Checked or OrderState.Sent;
}
