using Telemetry.Model.Control;
using Telemetry.Model.Schedules;

namespace Telemetry.Analytics.Programmes;

/// <summary>What became of the wish to send a programme.</summary>
/// <param name="Problems">What is wrong with it, warnings included.</param>
/// <param name="First">The first step of its life; null when it has a mistake and nothing was done.</param>
public sealed record ProgrammeSending(IReadOnlyList<ProgrammeProblem> Problems, OrderReport? First)
{
    /// <summary>Whether it is on its way.</summary>
    public bool IsOnItsWay => First is { State: not OrderState.Refused };
}
