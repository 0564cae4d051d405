namespace Telemetry.Analytics.History.Sqlite;

/// <summary>A file of the centre cannot be used as it is; the message says why and what to do.</summary>
public sealed class StoreFileException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">What is wrong with which file, and what to do.</param>
    /// <param name="cause">What the engine said; null when it said nothing.</param>
    public StoreFileException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
