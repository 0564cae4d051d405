namespace Telemetry.Analytics.Imports.Store;

/// <summary>What became of a value of a file.</summary>
internal enum Fate
{
    /// <summary>It was not there.</summary>
    Added,

    /// <summary>It was there with another number.</summary>
    Changed,

    /// <summary>It was there.</summary>
    Same,

    /// <summary>It contradicts what is held, or an earlier line.</summary>
    Refused,
}
