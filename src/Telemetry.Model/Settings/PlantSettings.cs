namespace Telemetry.Model.Settings;

/// <summary>What is set for the boilers, burners and pumps of one boiler room.</summary>
public sealed record PlantSettings
{
    /// <summary>The usual settings.</summary>
    public static PlantSettings Usual { get; } = new()
    {
        OutdoorFrost = SettingRules.Of(Setting.OutdoorFrost).Default,
        BoilerMost = SettingRules.Of(Setting.BoilerMost).Default,
        BoilerLeastReturn = SettingRules.Of(Setting.BoilerLeastReturn).Default,
        SwitchingDifference = SettingRules.Of(Setting.SwitchingDifference).Default,
        BurnerLeastRun = SettingRules.Of(Setting.BurnerLeastRun).Default,
        BurnerLeastStop = SettingRules.Of(Setting.BurnerLeastStop).Default,
        StartsToWatch = SettingRules.Of(Setting.StartsToWatch).Default,
        StartsInAlarm = SettingRules.Of(Setting.StartsInAlarm).Default,
        PumpLead = SettingRules.Of(Setting.PumpLead).Default,
        PumpOverrun = SettingRules.Of(Setting.PumpOverrun).Default,
        RoomSensorSilence = SettingRules.Of(Setting.RoomSensorSilence).Default,
        PlantSensorSilence = SettingRules.Of(Setting.PlantSensorSilence).Default,
        FallbackOutdoor = SettingRules.Of(Setting.FallbackOutdoor).Default,
    };

    /// <summary>Outdoor temperature under which the plant is kept from freezing, °C.</summary>
    public required double OutdoorFrost { get; init; }

    /// <summary>Greatest boiler temperature, °C.</summary>
    public required double BoilerMost { get; init; }

    /// <summary>Least return of a boiler that does not condense, °C.</summary>
    public required double BoilerLeastReturn { get; init; }

    /// <summary>Switching difference, K.</summary>
    public required double SwitchingDifference { get; init; }

    /// <summary>Least run of a burner, minutes.</summary>
    public required double BurnerLeastRun { get; init; }

    /// <summary>Least stop of a burner, minutes.</summary>
    public required double BurnerLeastStop { get; init; }

    /// <summary>Starts an hour from which to watch.</summary>
    public required double StartsToWatch { get; init; }

    /// <summary>Starts an hour from which to alarm.</summary>
    public required double StartsInAlarm { get; init; }

    /// <summary>Pump before burner, seconds.</summary>
    public required double PumpLead { get; init; }

    /// <summary>Pump after burner, minutes.</summary>
    public required double PumpOverrun { get; init; }

    /// <summary>Silence after which a room sensor is not believed, minutes.</summary>
    public required double RoomSensorSilence { get; init; }

    /// <summary>Silence after which a sensor of the plant is not believed, minutes.</summary>
    public required double PlantSensorSilence { get; init; }

    /// <summary>Outdoor temperature supposed when none is known, °C.</summary>
    public required double FallbackOutdoor { get; init; }

    /// <summary>Every value with its name.</summary>
    public IReadOnlyList<(Setting Setting, double Value)> Values() =>
    [
        (Setting.OutdoorFrost, OutdoorFrost),
        (Setting.BoilerMost, BoilerMost),
        (Setting.BoilerLeastReturn, BoilerLeastReturn),
        (Setting.SwitchingDifference, SwitchingDifference),
        (Setting.BurnerLeastRun, BurnerLeastRun),
        (Setting.BurnerLeastStop, BurnerLeastStop),
        (Setting.StartsToWatch, StartsToWatch),
        (Setting.StartsInAlarm, StartsInAlarm),
        (Setting.PumpLead, PumpLead),
        (Setting.PumpOverrun, PumpOverrun),
        (Setting.RoomSensorSilence, RoomSensorSilence),
        (Setting.PlantSensorSilence, PlantSensorSilence),
        (Setting.FallbackOutdoor, FallbackOutdoor),
    ];

    /// <summary>The same settings with one value changed.</summary>
    /// <param name="setting">One of those that <see cref="Values"/> lists.</param>
    /// <param name="value">In its unit; checked by nobody here.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting that boiler rooms do not have.</exception>
    public PlantSettings With(Setting setting, double value) => setting switch
    {
        Setting.OutdoorFrost => this with { OutdoorFrost = value },
        Setting.BoilerMost => this with { BoilerMost = value },
        Setting.BoilerLeastReturn => this with { BoilerLeastReturn = value },
        Setting.SwitchingDifference => this with { SwitchingDifference = value },
        Setting.BurnerLeastRun => this with { BurnerLeastRun = value },
        Setting.BurnerLeastStop => this with { BurnerLeastStop = value },
        Setting.StartsToWatch => this with { StartsToWatch = value },
        Setting.StartsInAlarm => this with { StartsInAlarm = value },
        Setting.PumpLead => this with { PumpLead = value },
        Setting.PumpOverrun => this with { PumpOverrun = value },
        Setting.RoomSensorSilence => this with { RoomSensorSilence = value },
        Setting.PlantSensorSilence => this with { PlantSensorSilence = value },
        Setting.FallbackOutdoor => this with { FallbackOutdoor = value },
        _ => throw new ArgumentOutOfRangeException(nameof(setting), setting, "No setting of a boiler room."),
    };
}
