namespace Telemetry.Gateway.Configuration;

/// <summary>One write of a recipe: a point, and the value asked, the value before, or a fixed one.</summary>
internal sealed record RecipeStep(string Point, StepValue From, double Fixed);
