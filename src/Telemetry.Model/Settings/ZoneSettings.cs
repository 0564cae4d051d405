namespace Telemetry.Model.Settings;

/// <summary>What a technician sets for one zone.</summary>
public sealed record ZoneSettings
{
    /// <summary>Room set points.</summary>
    public required Setpoints Setpoints { get; init; }

    /// <summary>Water for the weather.</summary>
    public required CurveSettings Curve { get; init; }

    /// <summary>24 h mean outdoor temperature above which nothing is heated, °C.</summary>
    public required double HeatingLimit { get; init; }

    /// <summary>Outdoor temperature under which the reduced set point begins to rise, °C.</summary>
    public required double SetbackRaiseFrom { get; init; }

    /// <summary>Outdoor temperature at which no setback is left, °C.</summary>
    public required double SetbackRaiseTo { get; init; }

    /// <summary>Earliest warm-up before opening, hours; 0 for none.</summary>
    public required double OptimumStartMost { get; init; }

    /// <summary>Similar days remembered for it.</summary>
    public required int OptimumStartDays { get; init; }

    /// <summary>Earliest stop before closing, hours; 0 for none.</summary>
    public required double OptimumStopMost { get; init; }

    /// <summary>The usual settings of a zone.</summary>
    public static ZoneSettings For(Premises premises, Emitter emitter)
    {
        double Usual(Setting setting) => SettingRules.Of(setting, premises, emitter).Default;
        return new ZoneSettings
        {
            Setpoints = Setpoints.For(premises),
            Curve = CurveSettings.For(emitter),
            HeatingLimit = Usual(Setting.HeatingLimit),
            SetbackRaiseFrom = Usual(Setting.SetbackRaiseFrom),
            SetbackRaiseTo = Usual(Setting.SetbackRaiseTo),
            OptimumStartMost = Usual(Setting.OptimumStartMost),
            OptimumStartDays = (int)Usual(Setting.OptimumStartDays),
            OptimumStopMost = Usual(Setting.OptimumStopMost),
        };
    }

    /// <summary>Every value with its name, for whoever checks or lists them.</summary>
    public IReadOnlyList<(Setting Setting, double Value)> Values() =>
    [
        (Setting.Comfort, Setpoints.Comfort),
        (Setting.Reduced, Setpoints.Reduced),
        (Setting.Frost, Setpoints.Frost),
        (Setting.HeatingLimit, HeatingLimit),
        (Setting.CurveSlope, Curve.Slope),
        (Setting.CurveShift, Curve.Shift),
        (Setting.RoomInfluence, Curve.RoomInfluence),
        (Setting.FlowMin, Curve.FlowMin),
        (Setting.FlowMax, Curve.FlowMax),
        (Setting.DesignOutdoor, Curve.DesignOutdoor),
        (Setting.DesignFlow, Curve.DesignFlow),
        (Setting.DesignReturn, Curve.DesignReturn),
        (Setting.GainOffset, Curve.GainOffset),
        (Setting.SetbackRaiseFrom, SetbackRaiseFrom),
        (Setting.SetbackRaiseTo, SetbackRaiseTo),
        (Setting.OptimumStartMost, OptimumStartMost),
        (Setting.OptimumStartDays, OptimumStartDays),
        (Setting.OptimumStopMost, OptimumStopMost),
    ];

    /// <summary>The same settings with one value changed.</summary>
    /// <param name="setting">One of those that <see cref="Values"/> lists.</param>
    /// <param name="value">In its unit; checked by nobody here.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting that zones do not have.</exception>
    public ZoneSettings With(Setting setting, double value) => setting switch
    {
        Setting.Comfort => this with { Setpoints = Setpoints with { Comfort = value } },
        Setting.Reduced => this with { Setpoints = Setpoints with { Reduced = value } },
        Setting.Frost => this with { Setpoints = Setpoints with { Frost = value } },
        Setting.HeatingLimit => this with { HeatingLimit = value },
        Setting.SetbackRaiseFrom => this with { SetbackRaiseFrom = value },
        Setting.SetbackRaiseTo => this with { SetbackRaiseTo = value },
        Setting.OptimumStartMost => this with { OptimumStartMost = value },
        Setting.OptimumStartDays => this with { OptimumStartDays = double.IsNaN(value) ? 0 : (int)Math.Clamp(value, 0, 1000) },
        Setting.OptimumStopMost => this with { OptimumStopMost = value },
        _ => this with { Curve = Curve.With(setting, value) },
    };
}
