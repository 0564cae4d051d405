namespace Telemetry.Model.Control;

/// <summary>Who decides what a boiler room does, highest first. The number is told to the centre: never renumber.</summary>
public enum LadderLevel
{
    /// <summary>The device's own safety chain.</summary>
    SafetyChain = 0,

    /// <summary>The person in front of the device: local or manual mode, an intervention.</summary>
    Local = 1,

    /// <summary>Put in safety from afar (mise en sécurité), released on site only.</summary>
    SafeState = 2,

    /// <summary>Protection: frost, legionella, scalding, too hot a flow.</summary>
    Protection = 3,

    /// <summary>Equipment: least run and stop, overrun, return limit.</summary>
    Equipment = 4,

    /// <summary>A mode forced by a technician, until an instant.</summary>
    Forced = 5,

    /// <summary>A change asked by the people of the building, for 24 hours at most (S08).</summary>
    Boost = 6,

    /// <summary>An exception of the programme.</summary>
    Exception = 7,

    /// <summary>A closure or a holiday.</summary>
    Closed = 8,

    /// <summary>The usual week, with optimum start and stop.</summary>
    Week = 9,

    /// <summary>Nothing of ours: the controller's own programme.</summary>
    Controller = 10,
}
