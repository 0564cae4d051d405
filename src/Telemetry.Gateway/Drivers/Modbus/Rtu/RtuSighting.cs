namespace Telemetry.Gateway.Drivers.Modbus.Rtu;

/// <summary>What was found among the bytes received after a request.</summary>
/// <param name="Verdict">How far the answer has come.</param>
/// <param name="Start">Where the answer begins, when it is there.</param>
/// <param name="Length">Its length with unit and CRC.</param>
/// <param name="Echoed">The line gave our own request back before it.</param>
/// <param name="Stray">Bytes passed over that belong to no frame.</param>
/// <param name="OtherUnit">A unit that answered though another was asked, else -1.</param>
/// <param name="Unasked">A whole frame of the unit asked, but not to this request.</param>
internal readonly record struct RtuSighting(RtuVerdict Verdict, int Start, int Length, bool Echoed, int Stray, int OtherUnit, bool Unasked);
