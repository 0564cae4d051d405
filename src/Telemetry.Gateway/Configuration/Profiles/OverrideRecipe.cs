using Telemetry.Model.Control;

namespace Telemetry.Gateway.Configuration;

/// <summary>How a temporary set point is applied to a model of device, and taken back.</summary>
internal sealed record OverrideRecipe
{
    /// <summary>The point people set.</summary>
    internal required string Point { get; init; }

    /// <summary>Written first, each time, to open writing; null when the device needs none.</summary>
    internal (ushort Address, ushort Value)? Unlock { get; init; }

    internal required IReadOnlyList<RecipeStep> Apply { get; init; }

    internal required IReadOnlyList<RecipeStep> Release { get; init; }

    /// <summary>What brings about each mode that the device offers; empty when it only takes a set point.</summary>
    internal IReadOnlyDictionary<HeatingMode, IReadOnlyList<RecipeStep>> Modes { get; init; } = new Dictionary<HeatingMode, IReadOnlyList<RecipeStep>>();

    /// <summary>Points and values by which the device says that the person in front of it decides.</summary>
    internal IReadOnlyList<(string Point, double Value)> LocalWhen { get; init; } = [];

    /// <summary>Wait between the last write and the read back, real time.</summary>
    internal TimeSpan Settle { get; init; } = TimeSpan.FromMilliseconds(300);
}
