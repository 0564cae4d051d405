using Telemetry.Analytics.Indicators.Baseline;
using Telemetry.Analytics.Reports.Actions;
using Telemetry.Model.Energy;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Reports.Estate;

/// <summary>Figures of the estate over months and years, from meters, imported curves and invoices.</summary>
public interface IEstate
{
    /// <summary>Time zone of the days.</summary>
    TimeZoneInfo Zone { get; }

    /// <summary>Today, in that zone.</summary>
    DateOnly Today { get; }

    /// <summary>The estate over a period.</summary>
    EstateFigures Of(EstatePeriod period);

    /// <summary>Each whole civil year since the first that is known, at the mean climate.</summary>
    EstateYears Years();

    /// <summary>Days of a building and carrier.</summary>
    IReadOnlyList<DayEnergy> Days(Building building, Carrier carrier, DateOnly from, DateOnly to);

    /// <summary>Heat of a building's boilers by day, kWh; null without heat meter and without imported heat.</summary>
    IReadOnlyList<DayEnergy>? BoilerHeat(Building building, DateOnly from, DateOnly to);

    /// <summary>What an action gained as measured, energy by energy: expected from the year before it and from declared adjustments, less used since (a year at most).</summary>
    /// <returns>Empty before it is done; an energy whose baseline does not pass its gate is there, refused.</returns>
    IReadOnlyList<(Carrier Carrier, AvoidedEnergy Savings)> Gains(EnergyAction action);

    /// <summary>The daily baseline of the last 365 days of a building and carrier; null when there is none that passes its gate.</summary>
    TemperatureModel? Baseline(Building building, Carrier carrier);

    /// <summary>What is worth a look in the last thirteen months, the dearest first.</summary>
    IReadOnlyList<BuildingAnomaly> Anomalies();

    /// <summary>Months that can be shown, the newest first.</summary>
    IReadOnlyList<EstatePeriod> Periods();
}
