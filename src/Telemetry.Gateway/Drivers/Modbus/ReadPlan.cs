using Telemetry.Gateway.Configuration;

namespace Telemetry.Gateway.Drivers.Modbus;

/// <summary>Groups points into as few reads as the device's readable blocks allow.</summary>
internal static class ReadPlan
{
    /// <summary>Registers read for nothing rather than asking twice.</summary>
    private const int WorthFilling = 20;

    /// <summary>The reads of one poll. A point outside every block is read alone: the device will say what it thinks of it.</summary>
    internal static IReadOnlyList<ReadBlock> For(IEnumerable<DevicePoint> points, ModbusProfile profile)
    {
        var plan = new List<ReadBlock>();
        foreach (var kind in points.Where(point => point.Profile.Register is not null).GroupBy(point => point.Profile.Register!.Kind).OrderBy(group => group.Key))
        {
            var blocks = profile.Blocks.GetValueOrDefault(kind.Key, [(0, ushort.MaxValue)]);
            var most = kind.Key is RegisterKind.Coil or RegisterKind.Discrete ? 2000 : profile.MaxSpan;
            foreach (var point in kind.OrderBy(point => point.Profile.Register!.Address))
            {
                Add(plan, point, blocks, most);
            }
        }

        return plan;
    }

    private static void Add(List<ReadBlock> plan, DevicePoint point, IReadOnlyList<(int First, int Last)> blocks, int most)
    {
        var register = point.Profile.Register!;
        var end = register.Address + register.Length;
        if (plan.Count > 0 && plan[^1] is var last && last.Kind == register.Kind)
        {
            var covered = Math.Max(end, last.Address + last.Count);
            var sameBlock = blocks.Any(block => last.Address >= block.First && covered - 1 <= block.Last);
            if (sameBlock && covered - last.Address <= most && register.Address - (last.Address + last.Count) <= WorthFilling)
            {
                plan[^1] = last with { Count = covered - last.Address, Points = [.. last.Points, point] };
                return;
            }
        }

        plan.Add(new ReadBlock(register.Kind, register.Address, register.Length, [point]));
    }
}
