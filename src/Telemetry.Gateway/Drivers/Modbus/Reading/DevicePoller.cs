using Telemetry.Gateway.Configuration;
using Telemetry.Model.Samples;

namespace Telemetry.Gateway.Drivers.Modbus;

/// <summary>Reads one device once. A read of several points that is refused is split until it is known what is not served, and that is remembered.</summary>
internal sealed class DevicePoller(TimeProvider clock, HoleBook book)
{
    /// <summary>Asks for every point of the device and tells what came of each.</summary>
    /// <exception cref="ModbusException">No link, no answer, garbled; or a converter's word for a silent device.</exception>
    internal void Poll(IModbusMaster master, BusDevice device, IObserver<IReadOnlyList<Sample>> observer)
    {
        device.Locate(master);
        device.Replan(book, clock.GetUtcNow());
        var plan = device.Plan;
        for (var i = 0; i < plan.Count; i++)
        {
            var block = plan[i];
            if (!device.IsDue(block))
            {
                continue;
            }

            if (Read(master, device, block, observer) == ReadOutcome.NotServed && Halves(block) is var (left, right))
            {
                Learn(master, device, [.. Split(master, device, left, observer), .. Split(master, device, right, observer)]);
            }
        }

        if (device.Absent.Count > 0)
        {
            var at = clock.GetUtcNow();
            observer.OnNext([.. device.Absent.Select(point => Sample.Missing(point.Point.Id, at, Quality.NoSensor))]);
        }
    }

    /// <summary>Two reads that cut at the widest stretch between points, where a hole is likeliest; null for what is in one piece.</summary>
    internal static (ReadBlock Left, ReadBlock Right)? Halves(ReadBlock block)
    {
        var (cut, widest, reached) = (0, -1, 0);
        for (var i = 0; i < block.Points.Count; i++)
        {
            var register = block.Points[i].Profile.Register!;
            var gap = register.First - reached;
            if (i > 0 && (gap > widest || (gap == widest && Math.Abs(i - (block.Points.Count / 2)) < Math.Abs(cut - (block.Points.Count / 2)))))
            {
                (cut, widest) = gap >= 0 ? (i, gap) : (cut, widest);
            }

            reached = Math.Max(reached, register.First + register.Span);
        }

        return cut == 0 ? null : (Of(block.Kind, block.Points.Take(cut)), Of(block.Kind, block.Points.Skip(cut)));
    }

    private static ReadBlock Of(RegisterKind kind, IEnumerable<DevicePoint> points)
    {
        var kept = points.ToList();
        var first = kept.Min(point => point.Profile.Register!.First);
        return new ReadBlock(kind, (ushort)first, kept.Max(point => point.Profile.Register!.First + point.Profile.Register.Span) - first, kept);
    }

    private IEnumerable<(ReadBlock Block, ReadOutcome Outcome)> Split(IModbusMaster master, BusDevice device, ReadBlock block, IObserver<IReadOnlyList<Sample>> observer)
    {
        var outcome = Read(master, device, block, observer);
        return outcome == ReadOutcome.NotServed && Halves(block) is var (left, right)
            ? [.. Split(master, device, left, observer), .. Split(master, device, right, observer)]
            : [(block, outcome)];
    }

    /// <summary>Keeps what is surely refused: pieces that are not served, and edges over which two served pieces cannot be read at once.</summary>
    private void Learn(IModbusMaster master, BusDevice device, List<(ReadBlock Block, ReadOutcome Outcome)> pieces)
    {
        // A device that refuses everything is in trouble of its own: that says nothing about its tables.
        if (!pieces.Exists(piece => piece.Outcome == ReadOutcome.Served))
        {
            return;
        }

        var now = clock.GetUtcNow();
        var holes = pieces.Where(piece => piece.Outcome == ReadOutcome.NotServed)
            .Select(piece => new Hole(piece.Block.Kind, piece.Block.Address, piece.Block.Address + piece.Block.Count - 1, now)).ToList();
        var (grown, outcome) = pieces[0];
        foreach (var (next, nextOutcome) in pieces.Skip(1))
        {
            var joined = outcome == ReadOutcome.Served && nextOutcome == ReadOutcome.Served ? Of(next.Kind, [.. grown.Points, .. next.Points]) : null;
            if (joined is not null && !TryRead(master, device, joined))
            {
                holes.Add(new Hole(next.Kind, grown.Address + grown.Count - 1, next.Address, now));
                joined = null;
            }

            (grown, outcome) = (joined ?? next, nextOutcome);
        }

        book.Learn(device.Key, holes);
        device.Forget();
    }

    private ReadOutcome Read(IModbusMaster master, BusDevice device, ReadBlock block, IObserver<IReadOnlyList<Sample>> observer)
    {
        var outcome = ReadOutcome.Served;
        try
        {
            master.Read(device.Target, block.Kind, (ushort)(block.Address + device.Base), device.Words.AsSpan(0, block.Count));
        }
        catch (ModbusException refusal) when (refusal.Fault == ModbusFault.Refused && refusal.Code is not (0x0A or 0x0B))
        {
            // 0x0A and 0x0B are the converter's words for « no answer behind me »; 1, 2 and 3 are about what was asked.
            outcome = refusal.Code is 1 or 2 or 3 ? ReadOutcome.NotServed : ReadOutcome.NotNow;
        }

        if (outcome != ReadOutcome.NotServed || Halves(block) is null)
        {
            Tell(device, block, outcome == ReadOutcome.Served ? Quality.Good : Quality.DeviceRefused, observer);
        }

        return outcome;
    }

    private static bool TryRead(IModbusMaster master, BusDevice device, ReadBlock block)
    {
        try
        {
            master.Read(device.Target, block.Kind, (ushort)(block.Address + device.Base), device.Words.AsSpan(0, block.Count));
            return true;
        }
        catch (ModbusException refusal) when (refusal.Fault == ModbusFault.Refused && refusal.Code is not (0x0A or 0x0B))
        {
            return false;
        }
    }

    private void Tell(BusDevice device, ReadBlock block, Quality refused, IObserver<IReadOnlyList<Sample>> observer)
    {
        var at = clock.GetUtcNow();
        for (var i = 0; i < block.Points.Count; i++)
        {
            var point = block.Points[i];
            var register = point.Profile.Register!;
            var (value, quality) = refused != Quality.Good
                ? (double.NaN, refused)
                : RegisterDecoder.Decode(register, device.Words.AsSpan(register.First - block.Address, register.Span));
            block.Samples[i] = new Sample(point.Point.Id, at, value, quality);
        }

        observer.OnNext(block.Samples);
    }
}
