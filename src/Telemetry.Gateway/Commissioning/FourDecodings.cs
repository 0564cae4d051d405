using System.Buffers.Binary;
using Telemetry.Gateway.Configuration;
using Telemetry.Gateway.Drivers.Modbus;

namespace Telemetry.Gateway.Commissioning;

/// <summary>The same words read in each of the four orders, by the very decoder that the gateway runs: the right one shows itself.</summary>
internal static class FourDecodings
{
    private static readonly (WordOrder Order, string Name)[] Orders =
        [(WordOrder.Big, "ABCD"), (WordOrder.Little, "CDAB"), (WordOrder.BigSwapped, "BADC"), (WordOrder.LittleSwapped, "DCBA")];

    /// <summary>One, two or four words; empty for any other count.</summary>
    internal static IReadOnlyList<(string Order, IReadOnlyList<(string Type, double Value)> Values)> Of(ushort[] words)
    {
        RegisterType[] types = words.Length switch
        {
            1 => [RegisterType.UInt16, RegisterType.Int16, RegisterType.SignMagnitude16],
            2 => [RegisterType.UInt32, RegisterType.Int32, RegisterType.Float32],
            4 => [RegisterType.UInt64, RegisterType.Float64],
            _ => [],
        };
        var orders = words.Length == 1 ? Orders.Where(order => order.Order is WordOrder.Big or WordOrder.BigSwapped).Select(order => (order.Order, order.Name[..2])) : Orders;
        return types.Length == 0 ? [] :
        [
            .. orders.Select(order => (order.Item2, (IReadOnlyList<(string, double)>)[.. types.Select(type => (NameOf(type), Value(type, order.Item1, words)))])),
        ];
    }

    /// <summary>By the gateway's own decoder, but for fractions: it rounds what it publishes, and dust is how a wrong order shows itself.</summary>
    private static double Value(RegisterType type, WordOrder order, ushort[] words)
    {
        if (type is not (RegisterType.Float32 or RegisterType.Float64))
        {
            return RegisterDecoder.Decode(new RegisterMap { Kind = RegisterKind.Holding, Address = 0, Type = type, Order = order }, words).Value;
        }

        Span<byte> bytes = stackalloc byte[8];
        for (var i = 0; i < words.Length; i++)
        {
            var word = words[order is WordOrder.Little or WordOrder.LittleSwapped ? words.Length - 1 - i : i];
            BinaryPrimitives.WriteUInt16BigEndian(bytes[(i * 2)..], order is WordOrder.BigSwapped or WordOrder.LittleSwapped ? BinaryPrimitives.ReverseEndianness(word) : word);
        }

        return type == RegisterType.Float32 ? BinaryPrimitives.ReadSingleBigEndian(bytes) : BinaryPrimitives.ReadDoubleBigEndian(bytes);
    }

#pragma warning disable CA1308 // as profiles write them
    private static string NameOf(RegisterType type) => type.ToString().ToLowerInvariant();
#pragma warning restore CA1308
}
