using System.Runtime.InteropServices;
using Telemetry.Model.Control;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Gateway.Outbox;

/// <summary>What waits for the next commit, gathered from every thread; bounded, the oldest samples going first.</summary>
internal sealed class Pending(int most)
{
    private readonly Lock _gate = new();
    private List<Sample> _samples = [];
    private List<Sample> _spare = [];
    private List<(PointId Point, OrderReport Report)> _reports = [];

    /// <summary>Samples dropped because the disk took nothing for too long.</summary>
    internal long Dropped { get; private set; }

    /// <summary>A step of an order's life waits.</summary>
    internal bool IsUrgent
    {
        get
        {
            lock (_gate)
            {
                return _reports.Count > 0;
            }
        }
    }

    internal void Add(IReadOnlyList<Sample> samples)
    {
        lock (_gate)
        {
            _samples.AddRange(samples);
            if (_samples.Count > most)
            {
                var dropped = _samples.Count - most + (most / 10);
                _samples.RemoveRange(0, dropped);
                Dropped += dropped;
            }
        }
    }

    internal void Add(PointId point, OrderReport report)
    {
        lock (_gate)
        {
            _reports.Add((point, report));
        }
    }

    /// <summary>Takes all that waits as batches: samples by device, then each report, for a page that hears of a step should have its values.</summary>
    /// <remarks>One thread at a time takes.</remarks>
    /// <param name="now">When they are kept.</param>
    /// <param name="pass">What may be kept of the samples that waited; asked each time, for it may hold some back and give them later.</param>
    internal IReadOnlyList<OutboxBatch> Take(DateTimeOffset now, Func<IReadOnlyList<Sample>, IReadOnlyList<Sample>> pass)
    {
        List<Sample> samples;
        List<(PointId Point, OrderReport Report)> reports;
        lock (_gate)
        {
            (samples, _samples) = (_samples, _spare);
            (reports, _reports) = (_reports, _reports.Count > 0 ? [] : _reports);
        }

        var batches = new List<OutboxBatch>();
        foreach (var (device, all) in ByDevice(pass(samples)))
        {
            batches.AddRange((all.Length > LargestBatch ? all.Chunk(LargestBatch) : [all])
                .Select(some => new OutboxBatch { Device = device, KeptAt = now, Samples = some }));
        }

        batches.AddRange(reports.Select(step => new OutboxBatch
        {
            Device = step.Point.Equipment.Device, KeptAt = now, Report = (step.Point.Name, step.Report),
        }));

        // The same two lists take turns; one that grew in an outage is let go.
        samples.Clear();
        _spare = samples.Capacity > LargestSpare ? [] : samples;
        return batches;
    }

    /// <summary>The samples by device, in the order in which the devices first spoke.</summary>
    private static List<(string Device, Sample[] Samples)> ByDevice(IReadOnlyList<Sample> samples)
    {
        var groups = new Dictionary<string, (int Place, int Count)>(StringComparer.Ordinal);
        for (var i = 0; i < samples.Count; i++)
        {
            ref var group = ref CollectionsMarshal.GetValueRefOrAddDefault(groups, samples[i].Point.Equipment.Device, out var exists);
            group = exists ? (group.Place, group.Count + 1) : (groups.Count - 1, 1);
        }

        var byDevice = groups.Select(group => (group.Key, new Sample[group.Value.Count])).ToList();
        for (var i = samples.Count - 1; i >= 0; i--)
        {
            ref var group = ref CollectionsMarshal.GetValueRefOrNullRef(groups, samples[i].Point.Equipment.Device);
            byDevice[group.Place].Item2[--group.Count] = samples[i];
        }

        return byDevice;
    }

    private const int LargestBatch = 200;
    private const int LargestSpare = 8_192;
}
