namespace Telemetry.Dashboard.Journal;

/// <summary>The journal cannot be written or read. What cannot be journalled is not done.</summary>
internal sealed class JournalException(string message, Exception inner) : Exception(message, inner);
