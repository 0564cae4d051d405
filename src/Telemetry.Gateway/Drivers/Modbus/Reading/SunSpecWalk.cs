using Telemetry.Gateway.Configuration;
using static System.FormattableString;

namespace Telemetry.Gateway.Drivers.Modbus;

/// <summary>Finds a SunSpec model: two registers « SunS » at one of three places, then a chain of models.</summary>
/// <remarks>
/// <code>| 5375 6E53 | id | length | length registers … | id | length | … | FFFF |</code>
/// The length read is what is added, never the length of the published model: devices leave the pad out.
/// </remarks>
internal static class SunSpecWalk
{
    private const int EndOfChain = 0xFFFF;
    private const int MostModels = 100;
    private static readonly ushort[] Bases = [40000, 50000, 0];

    /// <summary>Address of the model's id and how many registers it has from there; null when the device has none of the models.</summary>
    /// <exception cref="ModbusException">No answer.</exception>
    internal static (ushort Address, int Length)? Find(IModbusMaster master, ModbusTarget target, IReadOnlyList<int> models)
    {
        Span<ushort> mark = stackalloc ushort[2];
        foreach (var start in Bases)
        {
            if (TryRead(master, target, start, mark) && mark is [0x5375, 0x6E53])
            {
                return Walk(master, target, start + 2, models);
            }
        }

        return null;
    }

    private static (ushort Address, int Length)? Walk(IModbusMaster master, ModbusTarget target, int address, IReadOnlyList<int> models)
    {
        Span<ushort> header = stackalloc ushort[2];
        for (var i = 0; i < MostModels && address <= ushort.MaxValue - 1 && TryRead(master, target, (ushort)address, header); i++)
        {
            if (header[0] == EndOfChain)
            {
                return null;
            }

            if (models.Contains(header[0]))
            {
                return ((ushort)address, header[1] + 2);
            }

            address += header[1] + 2;
        }

        return null;
    }

    /// <summary>False when the device says that it has nothing there; what a converter says of a silent device is thrown on.</summary>
    private static bool TryRead(IModbusMaster master, ModbusTarget target, ushort address, Span<ushort> words)
    {
        try
        {
            master.Read(target, RegisterKind.Holding, address, words);
            return true;
        }
        catch (ModbusException refused) when (refused.Fault == ModbusFault.Refused && refused.Code is not (0x0A or 0x0B))
        {
            return false;
        }
    }

    /// <summary>What a device without the model is told to be.</summary>
    internal static ModbusException Missing(IReadOnlyList<int> models) =>
        new(ModbusFault.Garbled, Invariant($"It has no SunSpec model {string.Join(" or ", models)}."));
}
