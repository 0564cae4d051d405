using Telemetry.Model.Control;

namespace Telemetry.Gateway.Control;

/// <summary>What one rule says: <see cref="Refusal.None"/> to let pass.</summary>
internal readonly record struct Verdict(Refusal Refusal, double? Limit = null)
{
    internal static readonly Verdict Pass = new(Refusal.None);

    internal bool Passes => Refusal == Refusal.None;
}
