using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Telemetry.Model.Samples;

namespace Telemetry.Gateway.Drivers.Mqtt;

/// <summary>What a message says: that a device is there or gone, or the fields it publishes.</summary>
internal sealed class Heard
{
    /// <summary>Bounds on what a hostile message can make us build; no device comes near them.</summary>
    private const int LongestPath = 256;
    private const int MostFields = 4096;
    private const int OnStack = 64;

    private readonly Dictionary<string, Field> _fields = new(StringComparer.Ordinal);
    private List<(string Path, Field Field)>? _past;

    /// <summary>Nothing of interest.</summary>
    internal static Heard Nothing => new();

    /// <summary>True or false when the message says so; null when it does not.</summary>
    internal bool? Online { get; init; }

    /// <summary>The instant the values were measured; null when the message does not say or cannot be trusted on it.</summary>
    internal DateTimeOffset? At { get; init; }

    /// <summary>True for a family that repeats cached values: an unchanged field is not a new measurement.</summary>
    internal bool RepeatsKeepTheirInstant { get; init; }

    /// <summary>Set for a field the device itself calls wrong.</summary>
    internal Func<string, Quality>? Judge { get; init; }

    /// <summary>Which device of a shared topic speaks; null when the topic already says so.</summary>
    internal string? Member { get; init; }

    /// <summary>What must be sent for the device to be understood again; null for nothing.</summary>
    internal FieldRequest? Ask { get; init; }

    /// <summary>True for a radio frame that came as bytes only.</summary>
    internal bool Undecoded { get; init; }

    /// <summary>Raw bytes of a radio frame that nobody decoded for us; empty when there are none.</summary>
    internal ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>Fields by dotted path, array items by their number: <c>ENERGY.Power</c>, <c>ENERGY.Voltage.2</c>.</summary>
    internal IReadOnlyDictionary<string, Field> Fields => _fields;

    /// <summary>Values of earlier instants sent late, oldest first; they are never the present value.</summary>
    internal IReadOnlyList<(string Path, Field Field)> Past => _past ?? (IReadOnlyList<(string, Field)>)[];

    /// <summary>Adds every leaf of an object, paths prefixed.</summary>
    internal void AddLeaves(string prefix, JsonElement element)
    {
        if (prefix.Length > LongestPath || _fields.Count >= MostFields)
        {
            return;
        }

        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    AddLeaves(prefix.Length == 0 ? property.Name : $"{prefix}.{property.Name}", property.Value);
                }

                break;
            case JsonValueKind.Array:
                var index = 0;
                foreach (var item in element.EnumerateArray())
                {
                    var step = (index++).ToString(CultureInfo.InvariantCulture);
                    AddLeaves(prefix.Length == 0 ? step : $"{prefix}.{step}", item);
                }

                break;
            default:
                if (prefix.Length > 0)
                {
                    Add(prefix, Field.Of(element));
                }

                break;
        }
    }

    /// <summary>Adds the leaves that are wanted; every leaf when nobody says which.</summary>
    internal void AddLeaves(JsonElement root, WantedFields? wanted)
    {
        if (wanted is null)
        {
            AddLeaves("", root);
            return;
        }

        Span<int> starts = stackalloc int[Math.Min(wanted.Count, OnStack)];
        starts = wanted.Count > OnStack ? new int[wanted.Count] : starts;
        starts.Clear();
        AddWanted(root, wanted, starts);
    }

    private void AddWanted(JsonElement element, WantedFields wanted, ReadOnlySpan<int> from)
    {
        Span<int> next = stackalloc int[Math.Min(wanted.Count, OnStack)];
        next = wanted.Count > OnStack ? new int[wanted.Count] : next;
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in element.EnumerateObject())
            {
                var name = JsonMarshal.GetRawUtf8PropertyName(property);
                Step(name.Contains((byte)'\\') ? Encoding.UTF8.GetBytes(property.Name) : name, property.Value, wanted, from, next);
            }
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            Span<byte> digits = stackalloc byte[11];
            var index = 0;
            foreach (var item in element.EnumerateArray())
            {
                (index++).TryFormat(digits, out var length, default, CultureInfo.InvariantCulture);
                Step(digits[..length], item, wanted, from, next);
            }
        }
    }

    private void Step(ReadOnlySpan<byte> name, JsonElement value, WantedFields wanted, ReadOnlySpan<int> from, Span<int> next)
    {
        var (leaf, deeper) = (value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array), false);
        for (var which = 0; which < wanted.Count; which++)
        {
            next[which] = wanted.Follow(which, from[which], name);
            var ends = next[which] >= 0 && wanted.EndsAt(which, next[which]);
            if (ends && leaf)
            {
                Add(wanted.Path(which), Field.Of(value));
            }

            next[which] = ends ? -1 : next[which];
            deeper |= next[which] >= 0;
        }

        if (deeper && !leaf)
        {
            AddWanted(value, wanted, next);
        }
    }

    /// <summary>Adds one field. A name said twice keeps its number: some meters repeat a label with a text.</summary>
    internal void Add(string path, Field field)
    {
        if (field.IsNumber || !_fields.TryGetValue(path, out var before) || !before.IsNumber)
        {
            _fields[path] = field;
        }
    }

    /// <summary>Adds a value of an earlier instant.</summary>
    internal void AddPast(string path, Field field) => (_past ??= []).Add((path, field));

    /// <summary>Changes the fields that the test picks.</summary>
    internal void Change(Func<string, bool> picks, Func<Field, Field> change)
    {
        foreach (var path in _fields.Keys.Where(picks).ToList())
        {
            _fields[path] = change(_fields[path]);
        }
    }
}
