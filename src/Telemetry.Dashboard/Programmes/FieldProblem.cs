namespace Telemetry.Dashboard.Programmes;

/// <summary>Something to mend, and beside which field it is said.</summary>
/// <param name="Field">Id of the field; empty for the form as a whole.</param>
/// <param name="Text">What to do, in the person's language.</param>
internal sealed record FieldProblem(string Field, string Text);
