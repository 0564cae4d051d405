namespace FirmwareSim.Modbus;

/// <summary>The readable blocks of a device: a read must lie inside one of them.</summary>
internal sealed class Blocks(params (int First, int Last)[] ranges)
{
    /// <summary>True when all of a read lies inside one block.</summary>
    internal bool Hold(int address, int count)
    {
        foreach (var (first, last) in ranges)
        {
            if (address >= first && address + count - 1 <= last)
            {
                return true;
            }
        }

        return false;
    }
}
