using System.Runtime.CompilerServices;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Gateway.Pipeline;

/// <summary>The latest judged sample of each point, for births and decisions, and whether each device answers.</summary>
internal sealed class LiveValues(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly PerPoint<Sample> _latest = new();
    private readonly HashSet<EquipmentId> _silent = [];

    /// <summary>Raised when a device stops or starts to answer.</summary>
    internal event Action<EquipmentId, bool>? ReachChanged;

    /// <summary>Keeps the samples of a moment.</summary>
    internal void Keep(Moment moment)
    {
        for (var i = 0; i < moment.Count; i++)
        {
            if (Keep(moment, i) is var (device, answers))
            {
                ReachChanged?.Invoke(device, answers);
            }
        }
    }

    /// <summary>Keeps a sample; the device when by it it stops or starts to answer.</summary>
    private (EquipmentId Device, bool Answers)? Keep(Moment moment, int index)
    {
        ref readonly var sample = ref moment[index];
        lock (_gate)
        {
            ref var latest = ref _latest.At(moment, index);
            if (!Unsafe.IsNullRef(ref latest) && !IsHistory(sample, latest))
            {
                latest = sample;
            }

            // A device is taken to answer until it does not.
            var answers = sample.Quality != Quality.NoAnswer;
            if (sample.Quality == Quality.Stale || (answers && _silent.Count == 0))
            {
                return null;
            }

            return (answers ? _silent.Remove(sample.Point.Equipment) : _silent.Add(sample.Point.Equipment)) ? (sample.Point.Equipment, answers) : null;
        }
    }

    /// <summary>Keeps what the gateway itself says of a device: no word that the device answers.</summary>
    internal void KeepOwn(Moment moment)
    {
        lock (_gate)
        {
            for (var i = 0; i < moment.Count; i++)
            {
                ref var latest = ref _latest.At(moment, i);
                if (!Unsafe.IsNullRef(ref latest))
                {
                    latest = moment[i];
                }
            }
        }
    }

    /// <summary>A value sent late is not the present one; yet a clock set back leaves a present one in the future, to be replaced.</summary>
    private bool IsHistory(in Sample sample, in Sample latest) =>
        latest.Point.Name is not null && !latest.Quality.IsBad && sample.At < latest.At && latest.At <= clock.GetUtcNow();

    /// <summary>The latest sample of a point; null when it was never heard.</summary>
    internal Sample? Find(PointId point)
    {
        lock (_gate)
        {
            return _latest.Find(point) is { Point.Name: not null } sample ? sample : null;
        }
    }

    /// <summary>How old the latest sample of a point is; null when it was never heard.</summary>
    internal TimeSpan? Age(PointId point, DateTimeOffset now) => Find(point) is { } sample ? now - sample.At : null;

    /// <summary>False when the device is known not to answer.</summary>
    internal bool Answers(EquipmentId device)
    {
        lock (_gate)
        {
            return !_silent.Contains(device);
        }
    }
}
