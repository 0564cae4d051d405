using System.Runtime.InteropServices;

namespace Telemetry.Gateway.Uplink;

/// <summary>How the gateway's own parts are doing, for its node metrics.</summary>
/// <param name="Depth">Batches not yet confirmed.</param>
/// <param name="Dropped">Batches let go since the start because a bound was reached.</param>
/// <param name="Refused">Field messages that could not be understood.</param>
/// <param name="IsWritable">False while the disk takes nothing.</param>
/// <param name="IsClockCertain">False while the machine's clock cannot be believed.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct OutboxFacts(long Depth, long Dropped, long Refused, bool IsWritable, bool IsClockCertain);
