using Telemetry.Model.Calendars;
using Telemetry.Model.Settings;
using Telemetry.Model.Sites;

namespace Telemetry.Model.Schedules;

/// <summary>Everything a gateway needs to run one boiler room by itself: one version, never changed, only followed by another.</summary>
public sealed record Programme
{
    /// <summary>The boiler room.</summary>
    public required EquipmentId Equipment { get; init; }

    /// <summary>1, 2, 3 … for each boiler room.</summary>
    public required int Version { get; init; }

    /// <summary>The version this one was made from; 0 for the first.</summary>
    public required int Previous { get; init; }

    /// <summary>The older version that this one puts back; null when it puts none back.</summary>
    public int? Restores { get; init; }

    /// <summary>Who made it: the account's name as shown to colleagues.</summary>
    public required string By { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Why, in the person's words; required where a setting asks for a reason.</summary>
    public string Reason { get; init; } = "";

    /// <summary>IANA name of the time zone of every hour in it.</summary>
    public string TimeZone { get; init; } = "Europe/Paris";

    /// <summary>The zones of the boiler room; at least one.</summary>
    public required IReadOnlyList<ZoneProgramme> Zones { get; init; }

    /// <summary>What is out of the ordinary.</summary>
    public IReadOnlyList<ScheduleException> Exceptions { get; init; } = [];

    /// <summary>Days on which nobody comes.</summary>
    public IReadOnlyList<Closure> Closures { get; init; } = [];

    /// <summary>The school holidays, as far as they are known.</summary>
    public SchoolCalendar School { get; init; } = SchoolCalendar.Empty;

    /// <summary>Boilers, burners and pumps.</summary>
    public PlantSettings Plant { get; init; } = PlantSettings.Usual;

    /// <summary>Hot water; null where this boiler room makes none.</summary>
    public HotWaterSettings? HotWater { get; init; }

    /// <summary>The settings that the gateway keeps in the local controller; every other one there is the controller's own.</summary>
    public IReadOnlyList<KeptSetting> Kept { get; init; } = [];

    /// <summary>The next version, which puts an older one back.</summary>
    /// <param name="older">What to put back, of the same boiler room.</param>
    /// <param name="by">Who does.</param>
    /// <param name="at">When, UTC.</param>
    /// <exception cref="ArgumentException">The older one is of another boiler room, or not older.</exception>
    public Programme Undo(Programme older, string by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(older);
        if (older.Equipment != Equipment || older.Version >= Version)
        {
            throw new ArgumentException("Only an older version of the same boiler room can be put back.", nameof(older));
        }

        return older with { Version = Version + 1, Previous = Version, Restores = older.Version, By = by, MadeAt = at };
    }

    /// <summary>The programme of a zone; null when there is no such zone.</summary>
    public ZoneProgramme? Find(string zone) => Zones.FirstOrDefault(one => string.Equals(one.Zone.Id, zone, StringComparison.Ordinal));
}
