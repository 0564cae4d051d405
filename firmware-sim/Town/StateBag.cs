namespace FirmwareSim.Town;

/// <summary>What a restart must not forget, by name: plain numbers.</summary>
internal sealed class StateBag
{
    /// <summary>The numbers.</summary>
    public Dictionary<string, double[]> Values { get; init; } = new(StringComparer.Ordinal);

    /// <summary>The town's instant of the numbers.</summary>
    public DateTimeOffset Instant { get; set; }

    /// <summary>The instant at which the meters of the town were born.</summary>
    public DateTimeOffset Born { get; set; }

    /// <summary>The numbers kept under a name; empty when there are none.</summary>
    internal double[] this[string name]
    {
        get => Values.GetValueOrDefault(name, []);
        set => Values[name] = value;
    }
}
