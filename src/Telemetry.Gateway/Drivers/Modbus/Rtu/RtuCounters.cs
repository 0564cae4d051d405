namespace Telemetry.Gateway.Drivers.Modbus.Rtu;

/// <summary>What has happened on a line since the start.</summary>
internal sealed class RtuCounters
{
    internal long Requests { get; set; }

    internal long Answers { get; set; }

    /// <summary>Requests to which nothing usable came.</summary>
    internal long TimeOuts { get; set; }

    /// <summary>Answers with a wrong CRC.</summary>
    internal long Damaged { get; set; }

    /// <summary>Answers that broke off.</summary>
    internal long BrokenOff { get; set; }

    /// <summary>Requests given back by the line itself.</summary>
    internal long Echoes { get; set; }

    /// <summary>Frames of units that were not asked.</summary>
    internal long OtherUnits { get; set; }

    /// <summary>Frames of the unit asked, to another question.</summary>
    internal long Unasked { get; set; }

    /// <summary>Bytes that belong to no frame.</summary>
    internal long StrayBytes { get; set; }

    /// <summary>Times the line was left silent for an answer that might still come.</summary>
    internal long Quarantines { get; set; }

    /// <summary>Bytes that came during those, and were dropped.</summary>
    internal long LateBytes { get; set; }

    internal long Openings { get; set; }
}
