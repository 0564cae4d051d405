using System.Text.Json;
using Telemetry.Model.Samples;

namespace Telemetry.Gateway.Drivers.Mqtt.Payloads;

/// <summary>
/// What a Shelly says is wrong with itself, by component and phase. A partial message that does not speak of errors leaves them as they
/// were; they are forgotten when it says so, in a whole status without them, or when not repeated for a while.
/// </summary>
internal sealed class ShellyFaults
{
    private const int MostLists = 64;
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(15);
    private readonly Dictionary<(string Component, string Phase), Told> _told = [];

    internal void Clear() => _told.Clear();

    /// <summary>Takes what a component's status says.</summary>
    internal void Hear(string component, JsonElement status, bool whole, DateTimeOffset now)
    {
        if (whole)
        {
            foreach (var before in _told.Keys.Where(key => string.Equals(key.Component, component, StringComparison.Ordinal)).ToList())
            {
                _told.Remove(before);
            }
        }

        foreach (var list in status.EnumerateObject().Where(member => member.Name is "errors" or "a_errors" or "b_errors" or "c_errors" or "n_errors"))
        {
            var key = (component, Phase: list.Name is "errors" ? "" : list.Name[..2]);
            _told.Remove(key);
            var faults = Json.Items(status, list.Name)
                .Where(error => error.ValueKind == JsonValueKind.String)
                .SelectMany(error => Faults($"{component}.", key.Phase, error.GetString() ?? ""))
                .ToList();
            if (faults.Count > 0 && _told.Count < MostLists)
            {
                _told[key] = new Told(faults, now + Remembered);
            }
        }
    }

    /// <summary>How far to trust a field.</summary>
    internal Quality Verdict(string path, DateTimeOffset now)
    {
        var worst = Quality.Good;
        foreach (var told in _told.Values.Where(told => now < told.Until))
        {
            foreach (var (prefix, quality) in told.Faults)
            {
                worst = quality > worst && path.StartsWith(prefix, StringComparison.Ordinal) ? quality : worst;
            }
        }

        return worst;
    }

    private static IEnumerable<(string Prefix, Quality Quality)> Faults(string component, string phase, string error)
    {
        const string range = "out_of_range:";
        if (error.StartsWith(range, StringComparison.Ordinal))
        {
            // A sum over phases is only as good as its worst phase.
            return Fields(error[range.Length..])
                .Select(name => (component + phase + name, Quality.OutOfRange))
                .Append(($"{component}total_", phase.Length > 0 ? Quality.Suspect : Quality.OutOfRange));
        }

        return error switch
        {
            // The device protects what hangs on it; what it measures stays true.
            "overpower" or "overvoltage" or "undervoltage" or "overtemp" or "overcurrent" => [],
            "power_meter_failure" or "ct_type_not_set" or "read" or "out_of_range" => [(component + phase, Quality.DeviceFault)],
            _ => [(component + phase, Quality.Suspect)],
        };
    }

    private static string[] Fields(string measure) => measure switch
    {
        "active_power" or "act_power" => ["act_power", "apower"],
        "apparent_power" or "aprt_power" => ["aprt_power"],
        _ => [measure],
    };

    private sealed record Told(IReadOnlyList<(string Prefix, Quality Quality)> Faults, DateTimeOffset Until);
}
