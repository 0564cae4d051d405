using Telemetry.Gateway.Configuration;

namespace Telemetry.Gateway.Drivers.Modbus;

/// <summary>Groups points into as few reads as the device allows: never across the edge of a readable block, never over a hole.</summary>
internal static class ReadPlan
{
    /// <summary>The reads of one poll. A point outside every block is read alone: the device will say what it thinks of it.</summary>
    internal static IReadOnlyList<ReadBlock> For(IEnumerable<DevicePoint> points, ModbusProfile profile, IReadOnlyList<Hole>? learned = null)
    {
        var plan = new List<ReadBlock>();
        foreach (var kind in points.Where(point => point.Profile.Register is not null).GroupBy(point => point.Profile.Register!.Kind).OrderBy(group => group.Key))
        {
            var rules = new Rules(profile, kind.Key, learned ?? []);
            foreach (var point in kind.OrderBy(point => point.Profile.Register!.First).ThenBy(point => point.Profile.Register!.Span))
            {
                if (plan.Count > 0 && plan[^1].Kind == kind.Key && rules.Join(plan[^1], Alone(point)) is { } joined)
                {
                    plan[^1] = joined;
                }
                else
                {
                    plan.Add(Alone(point));
                }
            }
        }

        return plan;
    }

    /// <summary>The reads of a device whose points have periods of their own: those of one period together.</summary>
    internal static IReadOnlyList<ReadBlock> ByPeriod(IEnumerable<DevicePoint> points, ModbusProfile profile, IReadOnlyList<Hole>? learned = null) =>
        [.. points.GroupBy(point => point.Every).OrderBy(group => group.Key).SelectMany(group => For(group, profile, learned))];

    /// <summary>The read of one point.</summary>
    private static ReadBlock Alone(DevicePoint point) =>
        new(point.Profile.Register!.Kind, (ushort)point.Profile.Register.First, point.Profile.Register.Span, [point]);

    /// <summary>What may be read at once of one table.</summary>
    private sealed class Rules(ModbusProfile profile, RegisterKind kind, IReadOnlyList<Hole> learned)
    {
        /// <summary>Most bits in one read (Modbus application protocol).</summary>
        private const int MostBits = 2000;

        private readonly IReadOnlyList<(int First, int Last)> _blocks = profile.Blocks.GetValueOrDefault(kind, [(0, ushort.MaxValue)]);
        private readonly IReadOnlyList<(int First, int Last)> _holes = profile.Holes.GetValueOrDefault(kind, []);
        private readonly int _most = kind is RegisterKind.Coil or RegisterKind.Discrete ? MostBits : profile.MaxSpan;

        /// <summary>Both in one read; null when the device would refuse it, or it costs more than it saves.</summary>
        internal ReadBlock? Join(ReadBlock block, ReadBlock next)
        {
            var (first, end) = (block.Address, Math.Max(block.Address + block.Count, next.Address + next.Count));
            var inside = next.Address + next.Count <= block.Address + block.Count;
            var allowed = profile.OnePointPerRead
                ? inside
                : inside || (_blocks.Any(range => first >= range.First && end - 1 <= range.Last)
                    && !_holes.Any(hole => first <= hole.Last && end > hole.First)
                    && end - first <= _most
                    && next.Address - (block.Address + block.Count) <= profile.MaxFill);
            return allowed && !learned.Any(hole => hole.Kind == kind && first <= hole.First && end > hole.Last)
                ? block with { Count = end - first, Points = [.. block.Points, .. next.Points] }
                : null;
        }
    }
}
