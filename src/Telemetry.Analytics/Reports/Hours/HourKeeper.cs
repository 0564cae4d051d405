using Microsoft.Extensions.Logging;
using Telemetry.Analytics.Indicators.Energy;
using Telemetry.Analytics.Registry;
using Telemetry.Model.Measures;

namespace Telemetry.Analytics.Reports.Hours;

/// <summary>Computes the days that ended, and mends those that late samples touched, before anybody asks for them.</summary>
internal sealed class HourKeeper(RegisterHours hours, ITownRegistry registry, TimeZoneInfo zone, TimeProvider clock, ILogger<HourKeeper> log)
    : DayKeeper(TimeSpan.FromMinutes(1), "The hours of ended days", log)
{
    private const int Days = 62;
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(5);

    /// <inheritdoc />
    protected override async Task WalkAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var yesterday = CivilDays.Of(now, zone).AddDays(-1);
        foreach (var register in registry.Current.Points.Where(point => point.Accumulation == Accumulation.Counter))
        {
            for (var back = 0; back < Days; back++)
            {
                var before = hours.Computed;
                hours.Of(register, yesterday.AddDays(-back), now);
                if (hours.Computed != before)
                {
                    await BreatheAsync(Breath, cancel);
                }
            }
        }
    }
}
