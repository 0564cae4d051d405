using static System.FormattableString;

namespace Telemetry.Gateway.Drivers.Modbus.Rtu;

/// <summary>Says what went wrong on a line in words that help to find it.</summary>
internal static class RtuTrouble
{
    /// <summary>Switching a transmitter on often gives a byte or two: only more is noise.</summary>
    private const int NoiseFromBytes = 3;

    internal static ModbusException Of(RtuSighting seen, byte unit) => seen switch
    {
        { Verdict: RtuVerdict.Damaged } => Garbled(Invariant($"Unit {unit} answered with a wrong CRC: noise on the line, or two devices of the same unit.")),
        { Verdict: RtuVerdict.Begun } => Garbled(Invariant($"The answer of unit {unit} broke off.")),
        { OtherUnit: >= 0 } => Garbled(Invariant($"Unit {seen.OtherUnit} answers for unit {unit}.")),
        { Unasked: true } => Garbled(Invariant($"Unit {unit} answered something else than what was asked.")),
        { Stray: >= NoiseFromBytes } => Garbled(Invariant($"{seen.Stray} bytes came that are no frame: check speed, parity, the two wires and their ends.")),
        _ => new ModbusException(ModbusFault.NoAnswer, Invariant($"Unit {unit} does not answer.")),
    };

    private static ModbusException Garbled(string message) => new(ModbusFault.Garbled, message);
}
