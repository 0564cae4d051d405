using Telemetry.Model.Control;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Gateway.Outbox;

/// <summary>What waits for the next commit, gathered from every thread; bounded, the oldest samples going first.</summary>
internal sealed class Pending(int most)
{
    private readonly Lock _gate = new();
    private List<Sample> _samples = [];
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

    internal void Add(Sample sample)
    {
        lock (_gate)
        {
            if (_samples.Count >= most)
            {
                _samples.RemoveRange(0, most / 10);
                Dropped += most / 10;
            }

            _samples.Add(sample);
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
    /// <param name="now">When they are kept.</param>
    /// <param name="pass">What may be kept of the samples that waited; asked each time, for it may hold some back and give them later.</param>
    internal IReadOnlyList<OutboxBatch> Take(DateTimeOffset now, Func<IReadOnlyList<Sample>, IReadOnlyList<Sample>> pass)
    {
        List<Sample> samples;
        List<(PointId Point, OrderReport Report)> reports;
        lock (_gate)
        {
            (samples, _samples) = (_samples, new List<Sample>(_samples.Count));
            (reports, _reports) = (_reports, []);
        }

        var batches = pass(samples)
            .GroupBy(sample => sample.Point.Equipment.Device, StringComparer.Ordinal)
            .SelectMany(device => device.Chunk(LargestBatch).Select(chunk => new OutboxBatch { Device = device.Key, KeptAt = now, Samples = chunk }))
            .ToList();
        batches.AddRange(reports.Select(step => new OutboxBatch
        {
            Device = step.Point.Equipment.Device, KeptAt = now, Report = (step.Point.Name, step.Report),
        }));
        return batches;
    }

    private const int LargestBatch = 200;
}
