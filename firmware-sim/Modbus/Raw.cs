namespace FirmwareSim.Modbus;

/// <summary>Numbers as sixteen bits.</summary>
internal static class Raw
{
    /// <summary>A signed scaled number as a register; <paramref name="missing"/> for NaN.</summary>
    internal static ushort Scaled(double value, double scale, ushort missing)
    {
        if (double.IsNaN(value))
        {
            return missing;
        }

        return unchecked((ushort)(short)Math.Clamp(Math.Round(value / scale), short.MinValue, short.MaxValue));
    }

    /// <summary>A register read as a signed scaled number.</summary>
    internal static double Signed(ushort raw, double scale) => Math.Round(unchecked((short)raw) * scale, 4);
}
