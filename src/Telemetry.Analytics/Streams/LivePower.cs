using System.Reactive.Linq;
using Telemetry.Analytics.Indicators.Carbon;
using Telemetry.Analytics.Indicators.Energy;

namespace Telemetry.Analytics.Streams;

/// <summary>Power and emissions of the running day, live: each is the batch's own function of what the day holds so far.</summary>
public static class LivePower
{
    extension(IObservable<Reading> readings)
    {
        /// <summary>Mean power since the reading before, kW, at each reading that counts.</summary>
        /// <param name="zone">Whose day.</param>
        /// <param name="rules">What is known of the register.</param>
        /// <param name="kWhPerUnit">kWh of one unit of it.</param>
        public IObservable<Reading> Power(TimeZoneInfo zone, CounterRules rules, double kWhPerUnit) =>
            readings.SinceMidnight(zone, rules)
                .Where(today => today.Intervals.Count > 0)
                .Select(today => MeanPower(today.Intervals[^1], kWhPerUnit))
                .DistinctUntilChanged(power => power.At);

        /// <summary>Emissions since local midnight with the intensity of each moment.</summary>
        /// <param name="zone">Whose day.</param>
        /// <param name="rules">What is known of the register.</param>
        /// <param name="kWhPerUnit">kWh of one unit of it.</param>
        /// <param name="intensity">A file or a live feed.</param>
        /// <param name="step">Its step.</param>
        public IObservable<TimedSum> CarbonSinceMidnight(TimeZoneInfo zone, CounterRules rules, double kWhPerUnit, IGridIntensity intensity, TimeSpan step) =>
            readings.SinceMidnight(zone, rules).Select(today => CarbonOfDay.Of(today.Intervals, today.Day, zone, kWhPerUnit, intensity, step));
    }

    /// <summary>An interval as power: kW at its end.</summary>
    internal static Reading MeanPower(CounterInterval interval, double kWhPerUnit) =>
        new(interval.To, interval.Known ? interval.Amount * kWhPerUnit / (interval.To - interval.From).TotalHours : double.NaN);
}
