using Telemetry.Gateway.Configuration;
using Telemetry.Model.Settings;

namespace Telemetry.Gateway.Control;

/// <summary>All that a decision rests on, frozen.</summary>
internal sealed record ControlSnapshot
{
    internal required DateTimeOffset Now { get; init; }

    /// <summary>The order came from the broker's memory.</summary>
    internal bool Retained { get; init; }

    /// <summary>The device, with its catalogue of writable points; null when there is none of that name.</summary>
    internal DeviceConfiguration? Installed { get; init; }

    /// <summary>The point named; null when there is none.</summary>
    internal DevicePoint? Point { get; init; }

    /// <summary>How its device applies a temporary set point; null when it cannot.</summary>
    internal OverrideRecipe? Recipe { get; init; }

    /// <summary>What the device says; null when it did not answer.</summary>
    internal DeviceReading? Device { get; init; }

    /// <summary>What the device read before the first change of ours.</summary>
    internal IReadOnlyDictionary<string, double> Previous { get; init; } = new Dictionary<string, double>(StringComparer.Ordinal);

    /// <summary>What the programme wants underneath any order; null where the controller's own programme decides.</summary>
    internal Wanted? Under { get; init; }

    /// <summary>What the sensors say.</summary>
    internal PlantFacts Plant { get; init; } = new();

    /// <summary>What heats the zone; null when nobody said.</summary>
    internal Emitter? Emitter { get; init; }

    /// <summary>What is set for the boiler room.</summary>
    internal PlantSettings Settings { get; init; } = PlantSettings.Usual;

    /// <summary>The clock was set, once.</summary>
    internal bool ClockSet { get; init; } = true;

    /// <summary>The clock may be believed now.</summary>
    internal bool ClockCertain { get; init; } = true;

    /// <summary>The plant is in safety.</summary>
    internal bool InSafety { get; init; }

    /// <summary>The code shown on site while it is; empty when none is.</summary>
    internal string OnSiteCode { get; init; } = "";

    /// <summary>Tries left before another code is shown.</summary>
    internal int CodeTriesLeft { get; init; }

    /// <summary>Who is at work on the plant.</summary>
    internal Reservation? Reservation { get; init; }

    /// <summary>Instants of the last writes to any device of this gateway.</summary>
    internal IReadOnlyList<DateTimeOffset> LastWrites { get; init; } = [];

    /// <summary>When the mode of this device was last changed by us.</summary>
    internal DateTimeOffset? ModeChangedAt { get; init; }

    /// <summary>A legionella run is under way: the tank may be hotter than at other times.</summary>
    internal bool HotWaterRuns { get; init; }

    internal int WritesToday { get; init; }

    internal int DailyWrites { get; init; }
}
