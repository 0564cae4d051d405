using System.Collections.Concurrent;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Gateway.Pipeline;

/// <summary>The latest judged sample of each point, for births and decisions, and whether each device answers.</summary>
internal sealed class LiveValues(TimeProvider clock)
{
    private readonly ConcurrentDictionary<PointId, Sample> _latest = new();
    private readonly ConcurrentDictionary<EquipmentId, bool> _reach = new();

    /// <summary>Raised when a device stops or starts to answer.</summary>
    internal event Action<EquipmentId, bool>? ReachChanged;

    /// <summary>Keeps a sample.</summary>
    internal void Keep(Sample sample)
    {
        if (!IsHistory(sample))
        {
            _latest[sample.Point] = sample;
        }

        if (sample.Quality == Quality.Stale)
        {
            return;
        }

        var device = sample.Point.Equipment;
        var answers = sample.Quality != Quality.NoAnswer;
        var before = Answers(device);
        _reach[device] = answers;
        if (before != answers)
        {
            ReachChanged?.Invoke(device, answers);
        }
    }

    /// <summary>Keeps what the gateway itself says of a device: no word that the device answers.</summary>
    internal void KeepOwn(Sample sample) => _latest[sample.Point] = sample;

    /// <summary>A value sent late is not the present one; yet a clock set back leaves a present one in the future, to be replaced.</summary>
    private bool IsHistory(Sample sample) =>
        _latest.TryGetValue(sample.Point, out var latest) && !latest.Quality.IsBad && sample.At < latest.At && latest.At <= clock.GetUtcNow();

    /// <summary>The latest sample of a point; null when it was never heard.</summary>
    internal Sample? Find(PointId point) => _latest.TryGetValue(point, out var sample) ? sample : null;

    /// <summary>How old the latest sample of a point is; null when it was never heard.</summary>
    internal TimeSpan? Age(PointId point, DateTimeOffset now) => Find(point) is { } sample ? now - sample.At : null;

    /// <summary>False when the device is known not to answer.</summary>
    internal bool Answers(EquipmentId device) => !_reach.TryGetValue(device, out var answers) || answers;
}
