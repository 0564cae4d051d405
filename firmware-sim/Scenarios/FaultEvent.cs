namespace FirmwareSim.Scenarios;

/// <summary>One line of a scenario: a fault, where, from when, for how long.</summary>
/// <param name="Fault">What goes wrong.</param>
/// <param name="Target">Where: <c>building/device</c> or <c>building/device/sensor</c>.</param>
/// <param name="From">First instant.</param>
/// <param name="To">First instant without the fault.</param>
/// <param name="Kelvin">How far a drifting sensor is wrong.</param>
internal sealed record FaultEvent(Fault Fault, string Target, DateTimeOffset From, DateTimeOffset To, double Kelvin);
