using Microsoft.Extensions.Logging;
using Telemetry.Analytics.Indicators.Energy;
using Telemetry.Analytics.Registry;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Reports.Days;

/// <summary>Reads the days of boiler rooms and boilers that ended, of this year and the one before, before anybody asks for a whole year of them.</summary>
internal sealed class OperationKeeper(OperationDays days, ITownRegistry registry, TimeZoneInfo zone, TimeProvider clock, ILogger<OperationKeeper> log)
    : DayKeeper(TimeSpan.FromMinutes(10), "The days of boiler rooms", log)
{
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(50);
    private readonly HashSet<(EquipmentId Boiler, DateOnly Day)> _known = [];

    /// <inheritdoc />
    protected override async Task WalkAsync(CancellationToken cancel)
    {
        var today = CivilDays.Of(clock.GetUtcNow(), zone);
        for (var day = today.AddDays(-1); day.Year >= today.Year - 1; day = day.AddDays(-1))
        {
            foreach (var boiler in registry.Current.Equipment.Where(one => one.Kind is EquipmentKind.BoilerRoom or EquipmentKind.Boiler && !_known.Contains((one.Id, day))))
            {
                var before = days.Computed;
                days.Prepare(boiler, day);
                if (days.Computed == before)
                {
                    _known.Add((boiler.Id, day));
                }
                else
                {
                    await BreatheAsync(Breath, cancel);
                }
            }
        }
    }
}
