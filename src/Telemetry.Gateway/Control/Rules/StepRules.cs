using Telemetry.Gateway.Configuration;
using Telemetry.Model.Control;
using Telemetry.Model.Measures;
using Telemetry.Model.Settings;

namespace Telemetry.Gateway.Control;

/// <summary>Rules about each single value that would be written (S01, S09, S10, S13): the last word before a permit.</summary>
internal static class StepRules
{
    /// <summary>No room set point goes under this, whatever asks for it, °C.</summary>
    internal const double FrostFloor = 5;

    private const double FlowWithoutSensor = 55;

    internal static Verdict EachStep(Order order, ControlSnapshot snapshot)
    {
        foreach (var step in (order.Kind == OrderKind.Reserve ? null : WritePlan.For(order, snapshot)) ?? [])
        {
            if (OfStep(step.Point, step.Value, snapshot) is { Passes: false } refused)
            {
                return refused;
            }
        }

        return Verdict.Pass;
    }

    private static Verdict OfStep(string name, double value, ControlSnapshot snapshot)
    {
        var point = snapshot.Installed?.Find(name);
        if (point?.Profile is not { Write: { } rule, Register: { } register, Danger: null, Unconfirmed: null } profile)
        {
            return new(Refusal.NotWritable);
        }

        if (NeverWritten.Why(name, profile.Quantity) is not null)
        {
            return new(Refusal.Protected);
        }

        if (profile.Quantity == Quantity.Mode)
        {
            return value.Equals((double)HeatingMode.Manual) ? new(Refusal.FrostProtection)
                : register.Values.Count > 0 || rule.Bounds.Contains(value) ? Verdict.Pass
                : new(Refusal.ModeNotOffered);
        }

        if (profile.Quantity == Quantity.Temperature && Flow(name, value, snapshot) is { Passes: false } hot)
        {
            return hot;
        }

        return profile.Quantity == Quantity.Temperature && name.StartsWith("room.", StringComparison.Ordinal) && value < FrostFloor ? new(Refusal.FrostProtection, FrostFloor)
            : double.IsNaN(value) ? new(Refusal.NotANumber)
            : value < rule.Bounds.Min ? new(Refusal.BelowMinimum, rule.Bounds.Min)
            : value > rule.Bounds.Max ? new(Refusal.AboveMaximum, rule.Bounds.Max)
            : Verdict.Pass;
    }

    private static Verdict Flow(string name, double value, ControlSnapshot snapshot)
    {
        if (!name.StartsWith("flow.", StringComparison.Ordinal))
        {
            return Verdict.Pass;
        }

        // Who heats a floor and did not say so would damage it: without a word, the floor's limit.
        var cap = SettingRules.Of(Setting.FlowMax, emitter: snapshot.Emitter ?? Emitter.Underfloor).Default;
        return value > cap ? new(Refusal.FlowLimit, cap)
            : value < 10 ? new(Refusal.FlowLimit, 10)
            : snapshot.Plant.Flow is null && value > FlowWithoutSensor ? new(Refusal.SensorLost, FlowWithoutSensor)
            : Verdict.Pass;
    }
}
