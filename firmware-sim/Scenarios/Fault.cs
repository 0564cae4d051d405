namespace FirmwareSim.Scenarios;

/// <summary>What can go wrong in the town; the word in a scenario file is the name in lower case with hyphens.</summary>
internal enum Fault
{
    /// <summary>A sensor that is open: no value.</summary>
    DeadSensor,

    /// <summary>A device that does not answer or does not publish any more.</summary>
    SilentDevice,

    /// <summary>A register that starts again at 0.</summary>
    CounterReset,

    /// <summary>A burner locked out.</summary>
    BurnerFault,

    /// <summary>A sensor that repeats its last value.</summary>
    StuckSensor,

    /// <summary>A sensor that is wrong by some kelvin.</summary>
    Drift,

    /// <summary>Writes accepted and forgotten.</summary>
    WriteIgnored,

    /// <summary>Somebody turned the switch of the panel to manual.</summary>
    LocalMode,

    /// <summary>A device that publishes nonsense.</summary>
    GarbageMqtt,

    /// <summary>Not enough water pressure: the pressure switch stops the burner.</summary>
    LowPressure,

    /// <summary>The heating pump does not turn although it is told to.</summary>
    PumpStopped,

    /// <summary>The mixing valve stays where it is.</summary>
    ValveStuck,

    /// <summary>Windows left open.</summary>
    WindowOpen,

    /// <summary>A controller with another application key than the one expected.</summary>
    WrongApplication,
}
