namespace Telemetry.Messaging.Mqtt;

/// <summary>Properties of an MQTT 5 packet, in the library's own memory.</summary>
internal unsafe ref struct PropertyList
{
    private const int SessionExpiryInterval = 17;
    private nint _first;

    /// <summary>How long the broker is to keep the session after we leave: seconds, rounded up.</summary>
    internal static PropertyList Of(TimeSpan sessionKept)
    {
        var list = default(PropertyList);
        _ = Mosquitto.AddNumber(ref list._first, SessionExpiryInterval, (uint)Math.Clamp(Math.Ceiling(sessionKept.TotalSeconds), 0, uint.MaxValue - 1));
        return list;
    }

    /// <summary>The library's list; zero when empty.</summary>
    internal readonly nint First => _first;

    public void Dispose() => Mosquitto.FreeAll(ref _first);
}
