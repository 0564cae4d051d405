using Telemetry.Gateway.Pipeline;
using Telemetry.Model.Samples;

namespace Telemetry.Gateway.Uplink;

/// <summary>Holds samples back while the clock was never set, and corrects them by its first step; the uplink thread's own.</summary>
/// <remarks>A clock that is not set in time, or more samples than are held: they are let through as they are, marked.</remarks>
internal sealed class ClockHold(ClockWatch watch, int most, TimeSpan longest)
{
    private readonly List<(Sample Sample, TimeSpan Steps)> _held = [];
    private bool _gaveUp;
    private TimeSpan? _since;

    /// <summary>Samples held back.</summary>
    internal int Count => _held.Count;

    /// <summary>What may be kept of samples just taken.</summary>
    /// <param name="taken">In the order of their measuring.</param>
    /// <param name="now">The count that never steps.</param>
    internal IReadOnlyList<Sample> Pass(IReadOnlyList<Sample> taken, TimeSpan now)
    {
        watch.Look();
        if (watch.IsSet)
        {
            if (_held.Count == 0)
            {
                return taken;
            }

            List<Sample> corrected = [.. _held.Select(held => Correct(held.Sample, watch.Steps - held.Steps)), .. taken];
            _held.Clear();
            return corrected;
        }

        _since ??= now;
        _held.AddRange(taken.Select(sample => (sample, watch.Steps)));
        _gaveUp |= now - _since >= longest;
        return _gaveUp ? Release(_held.Count) : Release(_held.Count - most);
    }

    /// <summary>A sample at the time it truly had.</summary>
    internal static Sample Correct(Sample sample, TimeSpan steps) => sample with
    {
        At = sample.At + steps,
        Quality = steps != TimeSpan.Zero && sample.Quality == Quality.ClockUncertain ? Quality.Good : sample.Quality,
    };

    private List<Sample> Release(int count)
    {
        if (count <= 0)
        {
            return [];
        }

        var released = _held.Take(count).Select(held => held.Sample).ToList();
        _held.RemoveRange(0, count);
        return released;
    }
}
