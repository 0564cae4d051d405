namespace Telemetry.Gateway.Outbox;

/// <summary>A value and its quality in few bytes, exactly: most measures have three decimals at most.</summary>
internal static class PackedValue
{
    private const int Shapes = 8;
    private const int Raw = 4;
    private const int None = 5;
    private const double LargestExact = 1L << 53;
    private static readonly double[] Powers = [1, 10, 100, 1000];

    internal static void Write(BinaryWriter writer, double value, int quality)
    {
        for (var decimals = 0; decimals < Powers.Length; decimals++)
        {
            var whole = Math.Round(value * Powers[decimals]);
            if (Math.Abs(whole) < LargestExact && BitConverter.DoubleToInt64Bits((long)whole / Powers[decimals]) == BitConverter.DoubleToInt64Bits(value))
            {
                writer.Write((byte)((quality * Shapes) + decimals));
                writer.Write7BitEncodedInt64(Zigzag((long)whole));
                return;
            }
        }

        writer.Write((byte)((quality * Shapes) + (double.IsNaN(value) ? None : Raw)));
        if (!double.IsNaN(value))
        {
            writer.Write(value);
        }
    }

    internal static (double Value, int Quality) Read(BinaryReader reader)
    {
        var kind = reader.ReadByte();
        var value = (kind % Shapes) switch
        {
            None => double.NaN,
            Raw => reader.ReadDouble(),
            var decimals => Unzigzag(reader.Read7BitEncodedInt64()) / Powers[decimals],
        };
        return (value, kind / Shapes);
    }

    /// <summary>Small numbers of either sign become small numbers.</summary>
    internal static long Zigzag(long number) => unchecked((number << 1) ^ (number >> 63));

    internal static long Unzigzag(long number) => unchecked((long)((ulong)number >> 1) ^ -(number & 1));
}
