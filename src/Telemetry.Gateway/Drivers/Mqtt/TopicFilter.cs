namespace Telemetry.Gateway.Drivers.Mqtt;

/// <summary>Whether a topic is meant by a subscription, by the rules of MQTT.</summary>
internal static class TopicFilter
{
    internal static bool IsPlain(string filter) => !filter.AsSpan().ContainsAny('+', '#');

    internal static bool Covers(string filter, string topic)
    {
        var (levels, words) = (filter.Split('/'), topic.Split('/'));
        if (topic.StartsWith('$') && !filter.StartsWith('$'))
        {
            return false;
        }

        // "a/#" also means "a".
        var rest = levels[^1] is "#";
        var said = rest ? levels.Length - 1 : levels.Length;
        return (rest ? words.Length >= said : words.Length == said)
            && levels.Take(said).Zip(words).All(pair => pair.First is "+" || string.Equals(pair.First, pair.Second, StringComparison.Ordinal));
    }
}
