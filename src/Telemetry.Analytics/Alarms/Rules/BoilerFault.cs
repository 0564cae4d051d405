using Telemetry.Model.Alarms;
using Telemetry.Model.Samples;

namespace Telemetry.Analytics.Alarms.Rules;

/// <summary>Whether a boiler or its room is in fault, and how bad that is (A02). Pure.</summary>
internal static class BoilerFault
{
    /// <summary>A fault's number in its maker's own list; <see cref="State"/> where the device tells that there is one.</summary>
    internal const string Code = "fault.code", State = "fault.state";

    private static readonly string[] Inputs = [State, "burner.lockout", "fault.flame"];

    /// <summary>The points by which a device tells of a fault.</summary>
    internal static IReadOnlyList<string> Points { get; } = [.. Inputs, Code];

    internal static Verdict Of(Situation at, AlarmRule rule) =>
        Verdict.Any([.. Inputs.Select(at.IsOn), OfCode(at)]) is var verdict && verdict.Holds == true && at.Boilers == 1 ? verdict with { Severity = Severity.P1 } : verdict;

    // Zero and all ones mean none, by one byte or two, in every list of codes that the profiles name; so does no value at all from a device that answers.
    private static Verdict OfCode(Situation at)
    {
        if (!at.Has(Code) || at.Has(State))
        {
            return Verdict.No;
        }

        return at.Live(Code) is { } code ? new Verdict(code is not (0 or 0xFF or 0xFFFF), code)
            : at.IsSilent == false && at.Gateway is { Online: true } && at.QualityOf(Code) == Quality.NoSensor ? Verdict.No
            : Verdict.Unknown;
    }
}
