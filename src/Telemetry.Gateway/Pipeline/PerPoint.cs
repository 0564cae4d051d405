using System.Runtime.CompilerServices;
using Telemetry.Model.Sites;

namespace Telemetry.Gateway.Pipeline;

/// <summary>What is known of each point of the table that moments come with. Not safe for several threads at once.</summary>
internal sealed class PerPoint<T>
    where T : struct
{
    private T[] _known = [];
    private PointTable? _points;

    /// <summary>What is known of the point of a sample; a null reference for a point that no rule knows.</summary>
    internal ref T At(Moment moment, int index)
    {
        if (!ReferenceEquals(_points, moment.Points))
        {
            (_points, _known) = (moment.Points, new T[moment.Points?.Count ?? 0]);
        }

        var place = moment.PlaceOf(index);
        return ref place < 0 ? ref Unsafe.NullRef<T>() : ref _known[place];
    }

    /// <summary>What is known of a point; the default when it was never heard.</summary>
    internal T Find(PointId point) => _points?.PlaceOf(point) is { } place and >= 0 ? _known[place] : default;
}
