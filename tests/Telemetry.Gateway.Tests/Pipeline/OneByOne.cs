using System.Reactive.Concurrency;
using System.Reactive.Linq;
using Telemetry.Gateway.Drivers;
using Telemetry.Gateway.Drivers.Mqtt;
using Telemetry.Gateway.Pipeline;
using Telemetry.Model.Samples;
using Telemetry.Model.Sites;

namespace Telemetry.Gateway.Tests;

/// <summary>The pipeline as a test sees it: one sample in, those told out.</summary>
internal static class OneByOne
{
    extension(IDriver driver)
    {
        internal IObservable<Sample> Samples => driver.Moments.SelectMany(moment => moment);
    }

    extension(IObservable<Sample> samples)
    {
        internal IObservable<Sample> CheckRate(IReadOnlyDictionary<PointId, PointRule> rules) => samples.Through(rules, (moments, points) => moments.CheckRate(points));

        internal IObservable<Sample> CheckFrozen(IReadOnlyDictionary<PointId, PointRule> rules) => samples.Through(rules, (moments, points) => moments.CheckFrozen(points));

        internal IObservable<Sample> CheckCounters(IReadOnlyDictionary<PointId, PointRule> rules) => samples.Through(rules, (moments, points) => moments.CheckCounters(points));

        internal IObservable<Sample> MarkStale(IReadOnlyDictionary<PointId, PointRule> rules, Func<DateTimeOffset> civil, IScheduler scheduler, Func<TimeSpan, TimeSpan>? real = null) =>
            samples.Through(rules, (moments, points) => moments.MarkStale(points, civil, scheduler, real));

        internal IObservable<Sample> Aggregated(IReadOnlyDictionary<PointId, PointRule> rules) => samples.Through(rules, (moments, points) => moments.Aggregated(points));

        internal IObservable<Sample> OnlyNews(IReadOnlyDictionary<PointId, PointRule> rules) => samples.Through(rules, (moments, points) => moments.OnlyNews(points));

        internal IObservable<Sample> Thin(IReadOnlyDictionary<EquipmentId, TimeSpan> periods, IScheduler scheduler) =>
            samples.Select(sample => (IReadOnlyList<Sample>)[sample]).Thin(periods, scheduler).SelectMany(moment => moment);

        private IObservable<Sample> Through(IReadOnlyDictionary<PointId, PointRule> rules, Func<IObservable<Moment>, PointTable, IObservable<Moment>> step)
        {
            var points = new PointTable(rules);
            return step(samples.Select(sample => Moment.Of([sample], points)), points).SelectMany(moment => moment.Samples.ToList());
        }
    }
}
