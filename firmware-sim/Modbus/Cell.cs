namespace FirmwareSim.Modbus;

/// <summary>One register: how it reads and, if it can be set, how it is written and between which bounds.</summary>
/// <param name="Read">The raw value.</param>
/// <param name="Write">Takes a raw value within bounds; null when read-only.</param>
/// <param name="Min">Lowest raw value, signed.</param>
/// <param name="Max">Highest raw value, signed.</param>
internal sealed record Cell(Func<ushort> Read, Action<ushort>? Write = null, int Min = 0, int Max = ushort.MaxValue)
{
    /// <summary>True when a raw value lies within the bounds.</summary>
    internal bool Allows(ushort raw)
    {
        var number = Min < 0 || Max <= short.MaxValue ? (int)unchecked((short)raw) : raw;
        return number >= Min && number <= Max;
    }
}
