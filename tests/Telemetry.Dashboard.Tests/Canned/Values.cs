using System.Diagnostics.CodeAnalysis;
using System.Reactive.Subjects;
using Telemetry.Analytics.History;
using Telemetry.Analytics.Streams;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Dashboard.Tests.Canned;

/// <summary>Present values and last day of every boiler room.</summary>
[SuppressMessage("ApiDesign", "RS0030", Justification = "The test plays the part of the adapter that owns the stream.")]
internal sealed class Values(Noon clock) : ILiveValues, IHistory, IDisposable
{
    private readonly Subject<Sample> _samples = new();
    private readonly Dictionary<PointId, Sample> _latest = [];

    public IObservable<Sample> Samples => _samples;

    /// <summary>A value arrives now.</summary>
    public void Tell(string gateway, string name, double value)
    {
        var point = new PointId(Valmont.BoilerOf(gateway), name);
        var sample = new Sample(point, clock.Now, value, double.IsNaN(value) ? Quality.NoSensor : Quality.Good);
        lock (_latest)
        {
            _latest[point] = sample;
        }

        _samples.OnNext(sample);
    }

    public Sample? Latest(PointId point)
    {
        lock (_latest)
        {
            if (_latest.TryGetValue(point, out var told))
            {
                return told;
            }
        }

        return Usual(point) is { } value
            ? new Sample(point, clock.Now - (point.Equipment.Gateway == "gw-creche" ? TimeSpan.FromMinutes(22) : TimeSpan.FromSeconds(20)), value, Quality.Good)
            : null;
    }

    // Two hours of the night are missing.
    public IReadOnlyList<Sample> Read(PointId point, DateTimeOffset from, DateTimeOffset to)
    {
        if (Usual(point) is not { } value)
        {
            return [];
        }

        var first = new DateTimeOffset(from.UtcTicks - (from.UtcTicks % TimeSpan.TicksPerMinute), TimeSpan.Zero);
        var swing = point.Name == "flow.temperature" ? 8 : point.Name == "room.temperature" ? 1.5 : 0;
        return
        [
            .. Enumerable.Range(0, (int)((to - first) / TimeSpan.FromMinutes(5)) + 1)
                .Select(index => first.AddMinutes(5 * index))
                .Where(at => at >= from && at < to && at.Hour is not (1 or 2))
                .Select(at => new Sample(point, at, value + (swing * Math.Sin(at.Hour * Math.PI / 12)), Quality.Good)),
        ];
    }

    public Sample? LastBefore(PointId point, DateTimeOffset instant) => null;

    public long Append(Batch batch) => throw new InvalidOperationException("Pages never write the history.");

    public long Count() => 123_456;

    public void Dispose() => _samples.Dispose();

    private static double? Usual(PointId point) => (point.Equipment.Gateway, point.Name) switch
    {
        ("gw-gymnase", "fault.state") => 1,
        (_, "fault.state") => 0,
        ("gw-ecole", "cascade.lead" or "cascade.running") => 2,
        ("gw-ecole", "cascade.wanted") => 1,
        ("gw-ecole", "cascade.hours.1") => 4120,
        ("gw-ecole", "cascade.hours.2") => 3812,
        (_, "mode") => 0,
        (_, "pump.state") => 1,
        (_, "outdoor.temperature") => 6.4,
        ("gw-gymnase", "flow.temperature") => 31,
        (_, "flow.temperature") => 52.3,
        (_, "flow.temperature.sp") => 62,
        (_, "return.temperature") => 44.1,
        ("gw-gymnase", "room.temperature") => 13.2,
        (_, "room.temperature") => 19.4,
        ("gw-gymnase", "room.temperature.sp" or "room.temperature.sp.active") => 16,
        (_, "room.temperature.sp" or "room.temperature.sp.active") => 19,
        _ => null,
    };
}
