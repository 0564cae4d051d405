using System.Reactive.Linq;
using Telemetry.Analytics.Alarms.Rules;
using Telemetry.Analytics.Registry;
using Telemetry.Model.Control;
using Telemetry.Model.Samples;

namespace Telemetry.Analytics.Alarms;

/// <summary>Live values in, troubles out.</summary>
internal static class AlarmConditions
{
    extension(IObservable<Sample> samples)
    {
        /// <summary>Every trouble that comes, turns worse or goes: one list a look at everything, be it empty, and one for each state that changes something.</summary>
        /// <param name="orders">Orders, with each of their steps.</param>
        /// <param name="looks">When to look at everything, and the instant of each look.</param>
        /// <param name="view">What is installed and connected, at the moment it is asked for.</param>
        /// <param name="board">The evaluator; this stream's own.</param>
        public IObservable<IReadOnlyList<Condition>> Conditions(
            IObservable<(Order Order, OrderReport Report)> orders,
            IObservable<DateTimeOffset> looks,
            Func<(Town Town, bool Connected, TimeSpan Slack)> view,
            AlarmBoard board) =>
            Observable.Merge(
                    samples.Select(sample => new Event(sample, null, null, null)),
                    orders.Select(one => new Event(null, one.Order, one.Report, null)),
                    looks.Select(now => new Event(null, null, null, now)))
                .Synchronize()
                .Scan((Now: (DateTimeOffset?)null, Out: (IReadOnlyList<Condition>?)null), (state, next) => Step(state.Now, next, view, board))
                .Where(state => state.Out is not null)
                .Select(state => state.Out!);
    }

    // A state that changes is looked at when it comes, with the instant it bears; everything else at the next look.
    private static (DateTimeOffset? Now, IReadOnlyList<Condition>? Out) Step(
        DateTimeOffset? last, Event next, Func<(Town Town, bool Connected, TimeSpan Slack)> view, AlarmBoard board)
    {
        if (next is { Sample: { } sample })
        {
            if (!board.Hear(sample) || last is not { } before)
            {
                return (last, null);
            }

            var (town, connected, slack) = view();
            var at = sample.At > before ? sample.At : before;
            var changes = board.Look(town, connected, at, slack, sample.Point.Equipment);
            return (last, changes.Count > 0 ? changes : null);
        }

        if (next is { Order: { } order, Report: { } report })
        {
            board.Hear(order.Point.Equipment, report, order);
            return (last, null);
        }

        var (all, up, lag) = view();
        return (next.Look, board.Look(all, up, next.Look!.Value, lag));
    }

    private readonly record struct Event(Sample? Sample, Order? Order, OrderReport? Report, DateTimeOffset? Look);
}
