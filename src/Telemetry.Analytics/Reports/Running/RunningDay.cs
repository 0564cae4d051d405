using Telemetry.Analytics.Indicators;
using Telemetry.Model.Sites;

namespace Telemetry.Analytics.Reports.Running;

/// <summary>How the running day of a building goes.</summary>
public sealed record RunningDay
{
    /// <summary>The building.</summary>
    public required Building Building { get; init; }

    /// <summary>Energy since local midnight, kWh.</summary>
    public required Figure Energy { get; init; }

    /// <summary>Location-based emissions since local midnight, kgCO2e.</summary>
    public required Figure Carbon { get; init; }

    /// <summary>Base load of electricity over the four weeks before today, kW.</summary>
    public required Figure BaseLoad { get; init; }

    /// <summary>Electricity expected by now, kWh: the baseline of the last 365 days at today's temperature, by the usual course of this weekday; refused with its reason.</summary>
    public required Figure Expected { get; init; }

    /// <summary>Electricity since midnight ÷ <see cref="Expected"/> − 1; NaN when nothing is expected.</summary>
    public required double Deviation { get; init; }
}
