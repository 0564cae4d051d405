using Telemetry.Model.Control;

namespace Telemetry.Gateway.Control;

/// <summary>What became of a recipe: done and read back, or why not.</summary>
internal sealed record RecipeOutcome(Refusal Refusal, double? ReadBack, int Writes)
{
    /// <summary>Whether the device reads back all that was written.</summary>
    internal bool Done => Refusal == Refusal.None;
}
