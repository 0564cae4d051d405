using System.Reactive.Linq;

namespace Telemetry.Gateway.Pipeline;

/// <summary>Keeps what is the gateway's own from the centre.</summary>
internal static class Publication
{
    extension(IObservable<Moment> moments)
    {
        /// <summary>The samples of the points that the centre sees.</summary>
        public IObservable<Moment> OnlyPublished(PointTable points) =>
            moments.Select(moment => Published(moment, points)).Where(moment => moment.Count > 0);
    }

    private static Moment Published(Moment moment, PointTable points)
    {
        for (var i = 0; i < moment.Count; i++)
        {
            if (!IsPublished(moment.PlaceOf(i), points))
            {
                return moment.Keep([.. Enumerable.Range(0, moment.Count).Select(index => IsPublished(moment.PlaceOf(index), points))]);
            }
        }

        return moment;
    }

    private static bool IsPublished(int place, PointTable points) => place >= 0 && !points.Rule(place).Internal;
}
