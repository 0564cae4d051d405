namespace Telemetry.Gateway.Drivers.Modbus.Rtu;

/// <summary>The times of a line, in real time.</summary>
internal sealed record RtuManners
{
    /// <summary>Of the Modbus serial line specification 1.02: above 19 200 baud the silence stays at 1.75 ms.</summary>
    private static readonly TimeSpan ShortestSilence = TimeSpan.FromMilliseconds(1.75);

    /// <summary>Time a character takes on the wire; 0 where another box does the serial part.</summary>
    internal TimeSpan Character { get; init; }

    /// <summary>Silence kept before each request.</summary>
    internal TimeSpan Silence { get; init; } = ShortestSilence;

    /// <summary>Longest gap inside an answer: after it the rest is not coming. A USB adapter may hold bytes back 16 ms.</summary>
    internal TimeSpan Gap { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>How many time-outs after a request its answer may still come: so long the line is left silent.</summary>
    internal double LongestAnswer { get; init; } = 2;

    /// <summary>Requests in a row without a single byte after which the line is opened anew; 0 is never.</summary>
    internal int ReopenAfter { get; init; }

    /// <summary>Those of a serial line of this speed, with this many bits a character.</summary>
    internal static RtuManners Serial(int baud, int bits)
    {
        var character = TimeSpan.FromSeconds((double)bits / baud);
        var silence = character * 3.5;
        return new RtuManners { Character = character, Silence = silence > ShortestSilence ? silence : ShortestSilence };
    }

    /// <summary>Those of a socket to a converter: packets come apart further, and a dead peer is only noticed by its silence.</summary>
    internal static RtuManners Socket { get; } = new() { Gap = TimeSpan.FromMilliseconds(400), ReopenAfter = 3 };
}
