namespace Telemetry.Model.Settings;

/// <summary>What is asked of a person before a setting is taken.</summary>
public enum Confirmation
{
    /// <summary>One step.</summary>
    Simple,

    /// <summary>Two steps.</summary>
    TwoSteps,

    /// <summary>Two steps and a written reason.</summary>
    TwoStepsAndReason,
}
