using Telemetry.Gateway.Configuration;
using Telemetry.Model.Measures;
using Telemetry.Model.Sites;

namespace Telemetry.Gateway.Pipeline;

/// <summary>Makes the rules of every point of a site.</summary>
internal static class PointRules
{
    /// <summary>A town that runs fast is still heard over a real network: silence is never judged sooner than this.</summary>
    private static readonly TimeSpan ShortestSilence = TimeSpan.FromSeconds(5);

    internal static IReadOnlyDictionary<PointId, PointRule> For(SiteConfiguration site) =>
        site.Devices
            .SelectMany(device => device.Points.Select(point => (device, point)))
            .ToDictionary(pair => pair.point.Point.Id, pair => For(pair.device, pair.point));

    /// <summary>How long a silence of civil time really lasts, at the speed at which the town runs now: one that has caught up with the present runs as we do.</summary>
    internal static TimeSpan Real(TimeProvider clock, TimeSpan silence)
    {
        var real = Pace.Real(clock, silence);
        return real > ShortestSilence ? real : ShortestSilence;
    }

    private static PointRule For(DeviceConfiguration device, DevicePoint point)
    {
        // What is read more seldom than its device is not silent for it.
        var own = device.Period * point.Every * 3;
        return new PointRule
        {
            Band = point.Band,
            Sentinels = point.Judgement.Sentinels,
            MostPerMinute = point.Judgement.RateOfChangePerMinute,
            FrozenAfter = point.Judgement.FrozenAfter,
            RestsAtZero = point.Point.Quantity != Quantity.Temperature,
            Accumulation = point.Point.Accumulation,
            RatedUnitsPerHour = point.Judgement.RatedPowerW / 1000 / point.Point.KWhPerUnit,
            Resolution = Math.Abs(point.Profile.Register?.Scale ?? point.Scale),
            Aggregate = point.Judgement.Aggregate,
            Deadband = point.Deadband,
            Heartbeat = point.Point.Heartbeat,
            Internal = point.Profile.Internal,
            Optional = point.Profile.Optional,
            StaleAfter = point.Every > 1 && own > device.StaleAfter ? own : device.StaleAfter,
        };
    }
}
