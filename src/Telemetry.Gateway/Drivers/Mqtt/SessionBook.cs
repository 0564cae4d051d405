namespace Telemetry.Gateway.Drivers.Mqtt;

/// <summary>What our session at the broker is subscribed to, on disk: the broker remembers topics that the site file has dropped since.</summary>
internal sealed class SessionBook(string path)
{
    /// <summary>The subscriptions of an earlier life that are wanted no more.</summary>
    internal IReadOnlyList<string> Dropped(IReadOnlyCollection<string> wanted) => [.. Known().Except(wanted, StringComparer.Ordinal)];

    /// <summary>Notes what is subscribed from now on. Not written is no harm: what comes on a topic of nobody is not heard.</summary>
    internal void Keep(IReadOnlyCollection<string> wanted)
    {
        try
        {
            if (!Known().ToHashSet(StringComparer.Ordinal).SetEquals(wanted))
            {
                File.WriteAllLines(path, wanted.Order(StringComparer.Ordinal));
            }
        }
        catch (Exception full) when (full is IOException or UnauthorizedAccessException)
        {
            // A full disk stops nobody from reading the field.
        }
    }

    private IReadOnlyList<string> Known()
    {
        try
        {
            return File.Exists(path) ? [.. File.ReadLines(path).Where(filter => filter.Length > 0)] : [];
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
