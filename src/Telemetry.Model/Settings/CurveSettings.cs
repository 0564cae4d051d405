namespace Telemetry.Model.Settings;

/// <summary>How warm the water sent to a zone must be for the weather (loi d'eau).</summary>
public sealed record CurveSettings
{
    /// <summary>K of flow for a K of outdoor temperature.</summary>
    public required double Slope { get; init; }

    /// <summary>Parallel shift, K.</summary>
    public required double Shift { get; init; }

    /// <summary>K of flow for a K that the room lacks; 0 where there is no sensor.</summary>
    public required double RoomInfluence { get; init; }

    /// <summary>Least flow, °C.</summary>
    public required double FlowMin { get; init; }

    /// <summary>Greatest flow, °C.</summary>
    public required double FlowMax { get; init; }

    /// <summary>Outdoor temperature the emitters were designed for, °C.</summary>
    public required double DesignOutdoor { get; init; }

    /// <summary>Flow at that temperature, °C.</summary>
    public required double DesignFlow { get; init; }

    /// <summary>Return at that temperature, °C; under the flow.</summary>
    public required double DesignReturn { get; init; }

    /// <summary>Heat of people and sun, K of outdoor temperature.</summary>
    public required double GainOffset { get; init; }

    /// <summary>The usual curve for an emitter.</summary>
    public static CurveSettings For(Emitter emitter)
    {
        double Usual(Setting setting) => SettingRules.Of(setting, emitter: emitter).Default;
        return new CurveSettings
        {
            Slope = Usual(Setting.CurveSlope),
            Shift = Usual(Setting.CurveShift),
            RoomInfluence = Usual(Setting.RoomInfluence),
            FlowMin = Usual(Setting.FlowMin),
            FlowMax = Usual(Setting.FlowMax),
            DesignOutdoor = Usual(Setting.DesignOutdoor),
            DesignFlow = Usual(Setting.DesignFlow),
            DesignReturn = Usual(Setting.DesignReturn),
            GainOffset = Usual(Setting.GainOffset),
        };
    }

    /// <summary>The same curve with one value changed.</summary>
    /// <param name="setting">One of the curve's.</param>
    /// <param name="value">In its unit; checked by nobody here.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting that curves do not have.</exception>
    public CurveSettings With(Setting setting, double value) => setting switch
    {
        Setting.CurveSlope => this with { Slope = value },
        Setting.CurveShift => this with { Shift = value },
        Setting.RoomInfluence => this with { RoomInfluence = value },
        Setting.FlowMin => this with { FlowMin = value },
        Setting.FlowMax => this with { FlowMax = value },
        Setting.DesignOutdoor => this with { DesignOutdoor = value },
        Setting.DesignFlow => this with { DesignFlow = value },
        Setting.DesignReturn => this with { DesignReturn = value },
        Setting.GainOffset => this with { GainOffset = value },
        _ => throw new ArgumentOutOfRangeException(nameof(setting), setting, "No setting of a zone."),
    };
}
