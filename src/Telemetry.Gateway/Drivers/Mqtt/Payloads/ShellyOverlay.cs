namespace Telemetry.Gateway.Drivers.Mqtt.Payloads;

/// <summary>
/// The last known fields of each component. A partial message names what changed; the rest stands, so a plug that has drawn nothing for days
/// still says so. Counters are left out: an old register at a new instant would be untrue.
/// </summary>
internal sealed class ShellyOverlay
{
    private const int MostComponents = 64;
    private const int MostFields = 256;
    private readonly Dictionary<string, Dictionary<string, Field>> _known = new(StringComparer.Ordinal);

    internal void Clear() => _known.Clear();

    /// <summary>Keeps what a message says of a component and adds to the message what it leaves out.</summary>
    internal void Lay(string component, Heard heard, bool whole)
    {
        if (component.Contains("data:", StringComparison.Ordinal) || (!_known.ContainsKey(component) && _known.Count >= MostComponents))
        {
            return;
        }

        if (whole || !_known.TryGetValue(component, out var known))
        {
            _known[component] = known = new Dictionary<string, Field>(StringComparer.Ordinal);
        }

        var prefix = $"{component}.";
        foreach (var (path, field) in heard.Fields.Where(pair => pair.Key.StartsWith(prefix, StringComparison.Ordinal)))
        {
            if (!path.Contains("energy", StringComparison.Ordinal) && (known.ContainsKey(path) || known.Count < MostFields))
            {
                known[path] = field;
            }
        }

        foreach (var (path, field) in known.Where(pair => !heard.Fields.ContainsKey(pair.Key)))
        {
            heard.Add(path, field);
        }
    }
}
