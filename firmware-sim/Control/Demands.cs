namespace FirmwareSim.Control;

/// <summary>What a controller asks of the plant.</summary>
/// <param name="Pump">Heating pump on.</param>
/// <param name="Heating">Heat wanted by the circuit (a pump may run without it).</param>
/// <param name="FlowC">Flow set point, °C; meaningful when <paramref name="Heating"/>.</param>
/// <param name="Charge">Tank charging pump on.</param>
/// <param name="BoilerC">Wanted boiler water, °C; NaN when nobody wants heat.</param>
internal readonly record struct Demands(bool Pump, bool Heating, double FlowC, bool Charge, double BoilerC);
