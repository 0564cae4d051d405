using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Telemetry.Gateway.Configuration;
using Telemetry.Gateway.Configuration.Buses;
using Telemetry.Gateway.Drivers.Modbus;
using Telemetry.Gateway.Pipeline;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Gateway.Health;

/// <summary>Gathers what a gateway says of itself. Hears every judged sample; makes a view when asked, on any thread.</summary>
internal sealed class StatusBoard(SiteConfiguration site, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly PerPoint<(Sample Last, DateTimeOffset? Good)> _points = new();
    private readonly Dictionary<EquipmentId, (long Heard, long Bad)> _counts = [];
    private volatile StatusView.Link? _link;
    private volatile StatusSources _sources = new();

    /// <summary>The parts, once they exist.</summary>
    internal StatusSources Sources
    {
        get => _sources;
        set => _sources = value;
    }

    /// <summary>Notes judged samples.</summary>
    internal void Hear(Moment moment)
    {
        lock (_gate)
        {
            ref var counts = ref Unsafe.NullRef<(long Heard, long Bad)>();
            for (var i = 0; i < moment.Count; i++)
            {
                ref readonly var sample = ref moment[i];
                ref var known = ref _points.At(moment, i);
                if (!Unsafe.IsNullRef(ref known))
                {
                    known = (sample, sample.Quality.IsBad ? known.Good : sample.At);
                }

                if (i == 0 || !sample.Point.Equipment.Equals(moment[i - 1].Point.Equipment))
                {
                    counts = ref CollectionsMarshal.GetValueRefOrAddDefault(_counts, sample.Point.Equipment, out _);
                }

                var bad = sample.Quality.IsBad && sample.Quality != Quality.NoSensor;
                counts = bad ? (counts.Heard, counts.Bad + 1) : (counts.Heard + 1, counts.Bad);
            }
        }
    }

    /// <summary>Notes that the centre is reached or lost.</summary>
    internal void Linked(bool online)
    {
        var before = _link;
        if (before?.Online != online)
        {
            _link = new StatusView.Link(online, clock.GetUtcNow(), (before?.Losses ?? 0) + (before is { Online: true } ? 1 : 0));
        }
    }

    /// <summary>Loops that no longer go round.</summary>
    internal IReadOnlyList<string> Stuck() =>
    [
        .. Sources.Buses.Where(bus => !bus.Pulse.IsAlive).Select(bus => $"bus {bus.Id}"),
        .. Sources.Uplink is { IsAlive: false } ? (string[])["uplink"] : [],
    ];

    /// <summary>Failures of a device since the start: polls of a bus, or values that could not be believed.</summary>
    internal long Errors(DeviceConfiguration device) =>
        OnBus(device)?.Errors ?? Counts(device.Equipment.Id).Bad;

    /// <summary>The latest frames of a bus; null when there is none of that name.</summary>
    internal FramesView? Frames(string bus, long after) =>
        Sources.Buses.FirstOrDefault(known => string.Equals(known.Id, bus, StringComparison.Ordinal)) is { } found ? new FramesView(bus, found.Frames.After(after)) : null;

    internal StatusView View()
    {
        var (now, sources) = (clock.GetUtcNow(), Sources);
        return new StatusView
        {
            Gateway = site.Gateway,
            Name = site.Name,
            Municipality = site.Municipality,
            Version = SelfFacts.Version,
            At = now,
            Simulated = sources.Simulated,
            UptimeSeconds = Math.Round(SelfFacts.Uptime.TotalSeconds),
            MemoryBytes = SelfFacts.Memory,
            DiskWrittenBytes = SelfFacts.DiskWritten,
            Stuck = Stuck(),
            Uplink = sources.Outbox is null ? null : _link ?? new StatusView.Link(Online: false, now - SelfFacts.Uptime, 0),
            Outbox = sources.Outbox is { } outbox
                ? new StatusView.Store(outbox.Id, outbox.Depth, outbox.Dropped, outbox.Depth == 0 ? null : OutboxAge.Seconds(sources.OutboxPath))
                : null,
            Refused = sources.Refused(),
            Devices = [.. site.Devices.Select(device => Device(device, now))],
            Safeties = [.. (sources.Desk?.AllInSafety ?? []).Select(one => new StatusView.Safety(one.Equipment.Device, one.Safety.Order.By, one.Safety.Order.RequestedAt, one.Safety.Code))],
            Overrides = [.. (sources.Desk?.AllInForce ?? []).Select(kept => new StatusView.Order(
                $"{kept.Order.Point.Equipment.Device}/{kept.Order.Point.Name}", kept.Order.Value, kept.Order.Until, kept.Order.By, kept.Order.Reason, kept.Confirmed))],
        };
    }

    /// <summary>Where a device is reached.</summary>
    internal static string Where(SiteConfiguration site, DeviceConfiguration device)
    {
        if (device.Profile.Modbus is null)
        {
            return device.Member.Length > 0 ? $"{device.Topic} ({device.Member})" : device.Topic;
        }

        var bus = site.Buses.FirstOrDefault(known => string.Equals(known.Id, device.Bus, StringComparison.Ordinal));
        var line = bus?.Wire == BusWire.Serial ? bus.Serial?.ToString() : string.Create(CultureInfo.InvariantCulture, $"{bus?.Host}:{bus?.Port}");
        return string.Create(CultureInfo.InvariantCulture, $"{line} #{device.Unit}");
    }

    private StatusView.Device Device(DeviceConfiguration device, DateTimeOffset now)
    {
        var id = device.Equipment.Id;
        var onBus = OnBus(device);
        var points = device.Points.Select(point => PointOf(point, now)).ToList();
        var answers = onBus is { Answers: > 0, Failures: 0 } || (onBus is null && points.Exists(point => point.AgeSeconds is not null && !IsSilence(point.Quality)));
        return new StatusView.Device(
            id.Device, device.Equipment.Name, device.Profile.Id, Where(site, device), answers,
            onBus?.Answers ?? Counts(id).Heard, Errors(device), onBus?.Trouble ?? "", points)
        {
            Skipped = onBus?.Skipped ?? 0,
        };
    }

    private StatusView.PointValue PointOf(DevicePoint point, DateTimeOffset now)
    {
        (Sample Last, DateTimeOffset? Good) known;
        lock (_gate)
        {
            known = _points.Find(point.Point.Id);
        }

        if (known.Last.Point.Name is null)
        {
            return new StatusView.PointValue(point.Point.Id.Name, null, point.Point.Unit, "Waiting", null);
        }

        var value = known.Last.Quality.IsBad || !double.IsFinite(known.Last.Value) ? (double?)null : known.Last.Value;
        var age = known.Good is { } good ? Math.Max(0, Math.Round((now - good).TotalSeconds, 1)) : (double?)null;
        return new StatusView.PointValue(point.Point.Id.Name, value, point.Point.Unit, known.Last.Quality.ToString(), age);
    }

    private (long Heard, long Bad) Counts(EquipmentId device)
    {
        lock (_gate)
        {
            return _counts.GetValueOrDefault(device);
        }
    }

    private BusDevice? OnBus(DeviceConfiguration device) => Sources.Buses.SelectMany(bus => bus.Devices)
        .FirstOrDefault(known => known.Device.Equipment.Id == device.Equipment.Id);

    private static bool IsSilence(string quality) => quality is nameof(Quality.Stale) or nameof(Quality.NoAnswer);
}
