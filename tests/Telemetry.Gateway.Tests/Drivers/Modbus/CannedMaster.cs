using Telemetry.Gateway.Configuration;
using Telemetry.Gateway.Drivers.Modbus;

namespace Telemetry.Gateway.Tests.Drivers.Modbus;

/// <summary>A device's holding registers: what is not in them is refused, and so is a read that is too long or crosses an edge.</summary>
internal sealed class CannedMaster : IModbusMaster
{
    internal Dictionary<int, ushort> Registers { get; } = [];

    internal List<string> Reads { get; } = [];

    internal int MostPerRead { get; set; } = 125;

    /// <summary>First registers of blocks that no read may run into.</summary>
    internal List<int> Edges { get; } = [];

    internal byte Code { get; set; } = 2;

    internal bool Silent { get; set; }

    /// <summary>Registers that read their own address.</summary>
    internal CannedMaster Serve(params IEnumerable<int> addresses)
    {
        foreach (var address in addresses)
        {
            Registers[address] = (ushort)address;
        }

        return this;
    }

    internal CannedMaster Put(int address, params IEnumerable<int> words)
    {
        foreach (var word in words)
        {
            Registers[address++] = (ushort)word;
        }

        return this;
    }

    public void Read(ModbusTarget target, RegisterKind kind, ushort address, Span<ushort> words)
    {
        Reads.Add($"{address}+{words.Length}");
        if (Silent)
        {
            throw new ModbusException(ModbusFault.NoAnswer, "No answer in time.");
        }

        var end = address + words.Length;
        if (words.Length > MostPerRead || Enumerable.Range(address, words.Length).Any(one => !Registers.ContainsKey(one)) || Edges.Any(edge => edge > address && edge < end))
        {
            throw new ModbusException(ModbusFault.Refused, "The device answers with an exception.", Code);
        }

        for (var i = 0; i < words.Length; i++)
        {
            words[i] = Registers[address + i];
        }
    }

    public void Write(ModbusTarget target, int function, ushort address, ReadOnlySpan<ushort> words) => Registers[address] = words[0];
}
