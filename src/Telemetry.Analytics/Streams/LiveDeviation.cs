using System.Reactive.Linq;
using Telemetry.Analytics.Indicators.Baseline;
using Telemetry.Analytics.Indicators.Energy;
using Telemetry.Analytics.Indicators.Load;

namespace Telemetry.Analytics.Streams;

/// <summary>Departure of the running day from its baseline, live.</summary>
public static class LiveDeviation
{
    extension(IObservable<Slice> energyToday)
    {
        /// <summary>How far the day is from what its temperature makes one expect.</summary>
        /// <param name="temperatures">Outdoor temperature, each reading for an equal part of the day.</param>
        /// <param name="model">Daily baseline in the unit of the energy.</param>
        /// <param name="profile">How a weekday's use goes over its hours.</param>
        /// <param name="zone">Whose day.</param>
        public IObservable<ExpectedSoFar> Deviation(IObservable<Reading> temperatures, TemperatureModel model, LoadProfile profile, TimeZoneInfo zone) =>
            energyToday.CombineLatest(temperatures.Scan(default(MeanToday), (mean, now) => mean.With(now, zone)))
                .Where(pair => CivilDays.Of(pair.First.From, zone) == pair.Second.Day)
                .Select(pair => pair.Second.Expected(model, profile, pair.First.Amount));
    }

    /// <summary>Mean temperature since midnight.</summary>
    private readonly record struct MeanToday(DateOnly Day, double Sum, int Count, double Clock)
    {
        internal MeanToday With(Reading now, TimeZoneInfo zone)
        {
            var local = TimeZoneInfo.ConvertTime(now.At, zone).DateTime;
            var day = DateOnly.FromDateTime(local);
            return day == Day
                ? new MeanToday(day, Sum + now.Value, Count + 1, local.TimeOfDay.TotalHours)
                : new MeanToday(day, now.Value, 1, local.TimeOfDay.TotalHours);
        }

        internal ExpectedSoFar Expected(TemperatureModel model, LoadProfile profile, double used) =>
            ExpectedSoFar.Of(model, profile, Day.DayOfWeek, Clock, Sum / Count, used);
    }
}
