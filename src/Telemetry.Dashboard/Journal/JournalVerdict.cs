namespace Telemetry.Dashboard.Journal;

/// <summary>What following the chain found.</summary>
/// <param name="Lines">Lines that were followed and hold.</param>
/// <param name="HeadNumber">Number of the last line that holds.</param>
/// <param name="HeadHash">Its hash: noted elsewhere, it proves later that nothing before it was rewritten.</param>
/// <param name="BrokenAt">Number of the first line that does not hold; null when all do.</param>
/// <param name="Fault">What is wrong, in English; empty when nothing is.</param>
internal sealed record JournalVerdict(long Lines, long HeadNumber, string HeadHash, long? BrokenAt, string Fault)
{
    public bool Holds => Fault.Length == 0;
}
