using Telemetry.Model.Measures;

namespace Telemetry.Gateway.Configuration;

/// <summary>One point of a model of device.</summary>
internal sealed record PointProfile
{
    internal required string Name { get; init; }

    internal Quantity Quantity { get; init; }

    internal string Unit { get; init; } = "";

    internal PointFunction Function { get; init; }

    internal Accumulation Accumulation { get; init; }

    /// <summary>Outside it a value cannot be true.</summary>
    internal Band? Band { get; init; }

    /// <summary>Smallest change worth telling; null for what the quantity usually needs.</summary>
    internal double? Deadband { get; init; }

    /// <summary>Where it stands in a Modbus device; null for a message.</summary>
    internal RegisterMap? Register { get; init; }

    /// <summary>Where it stands in a message: <c>ENERGY.Power</c>; null for a register.</summary>
    internal string? Field { get; init; }

    /// <summary>Value of one unit of the message's field.</summary>
    internal double Scale { get; init; } = 1;

    /// <summary>Added to the scaled field of a message.</summary>
    internal double Offset { get; init; }

    /// <summary>Texts or codes of a message and our numbers for them, whatever their case; empty for measures.</summary>
    internal IReadOnlyDictionary<string, double> Words { get; init; } = new Dictionary<string, double>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Not every device of the model has it: never missed before it was heard once.</summary>
    internal bool Optional { get; init; }

    /// <summary>Read for decisions only, never sent to the centre.</summary>
    internal bool Internal { get; init; }

    /// <summary>Read only where the site names it: a controller has a hundred points, and few are wanted.</summary>
    internal bool OnRequest { get; init; }

    /// <summary>Why it is not to be trusted before a test on a device; null when its source says it. Such a point is never written.</summary>
    internal string? Unconfirmed { get; init; }

    /// <summary>Why it must never be written from afar; null for others.</summary>
    internal string? Danger { get; init; }

    /// <summary>How it may be written; null when it may not.</summary>
    internal WriteRule? Write { get; init; }
}
