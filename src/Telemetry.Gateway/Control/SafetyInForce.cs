using Telemetry.Model.Control;

namespace Telemetry.Gateway.Control;

/// <summary>A plant put in safety from afar: only somebody before the device ends it (interlock S22).</summary>
internal sealed record SafetyInForce
{
    internal required Order Order { get; init; }

    /// <summary>What the device read before.</summary>
    internal required IReadOnlyDictionary<string, double> Previous { get; init; }

    /// <summary>What the gateway shows on site, six digits: whoever reads it there may have the plant released from their phone. Good once.</summary>
    internal string Code { get; init; } = "";

    /// <summary>Wrong codes so far: at <see cref="OnSiteCode.MostTries"/> another is shown.</summary>
    internal int WrongCodes { get; init; }

    /// <summary>Written and read back.</summary>
    internal bool Confirmed { get; init; }

    /// <summary>Somebody has been at the device since: when it leaves its local mode, the plant is released.</summary>
    internal bool LocalSeen { get; init; }
}
