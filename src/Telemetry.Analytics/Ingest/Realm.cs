namespace Telemetry.Analytics.Ingest;

/// <summary>Which world a centre belongs to: the real one, or one for training on plants that are not there. Neither hears the other (interlock S30).</summary>
/// <param name="IsTraining">True for a centre people learn on.</param>
public sealed record Realm(bool IsTraining)
{
    /// <summary>What the name of a municipality ends with when its plants are for training: its topics are never those of a real one.</summary>
    public const string Suffix = "-formation";

    /// <summary>Whether a municipality is of this world.</summary>
    public bool Hears(string municipality) =>
        (municipality ?? throw new ArgumentNullException(nameof(municipality))).EndsWith(Suffix, StringComparison.Ordinal) == IsTraining;
}
