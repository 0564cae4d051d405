using System.Diagnostics;

namespace Telemetry.Gateway.Drivers.Modbus.Rtu;

/// <summary>Modbus RTU over a line: one request in flight, every answer checked, nothing late ever taken for an answer.</summary>
/// <remarks>
/// An RTU answer carries no number: a late one looks like the answer to the next request of the same shape. So after a time-out the
/// line is left silent, and whatever comes is dropped, until no answer can come any more (quarantine).
/// <code>
///   request ──► time-out ╌╌╌╌ late answer, dropped ╌╌╌╌► longest answer time ── 3.5 characters ──► next request
/// </code>
/// Where a right answer repeats its request (5, 6, 22) the line's echo would pass for a confirmed write. So such a request is only
/// sent once a read has shown whether the line echoes.
/// </remarks>
internal sealed class RtuTransport(IRtuLine line, RtuManners manners) : IModbusTransport
{
    private const int SureHead = 3;
    private static readonly byte[] ProbePdu = [3, 0, 0, 0, 1];
    private readonly byte[] _request = new byte[RtuFrame.MaxLength];
    private readonly byte[] _received = new byte[4 * RtuFrame.MaxLength];
    private readonly byte[] _dropped = new byte[RtuFrame.MaxLength];
    private int _sent;
    private int _held;
    private long _quietFrom;
    private long _quarantineUntil;
    private long _longestAnswer;
    private int _mute;

    public bool IsOpen => line.IsOpen;

    internal RtuCounters Counters { get; } = new();

    internal RtuEcho Echo { get; private set; }

    public void Open()
    {
        line.Open();
        Echo = RtuEcho.Unknown;
        _mute = 0;
        Counters.Openings++;
    }

    /// <summary>A converter may hand a late answer to the next connection: the quarantine holds across it.</summary>
    public void Close()
    {
        _quarantineUntil = _longestAnswer;
        line.Close();
    }

    public int Exchange(byte unit, ReadOnlySpan<byte> request, Span<byte> answer, TimeSpan timeout)
    {
        if (!RtuFrame.Knows(request))
        {
            throw new ArgumentException("Not a request whose answer's length is known.", nameof(request));
        }

        if (unit == 0)
        {
            throw new ModbusException(ModbusFault.NoAnswer, "On a serial line unit 0 is everyone at once and nobody answers: use the device's own unit, 1 to 247.");
        }

        try
        {
            if (Echo == RtuEcho.Unknown && RtuFrame.IsMirrored(request[0]))
            {
                Probe(unit, timeout);
            }

            return Ask(unit, request, answer, timeout);
        }
        catch (ModbusException broken) when (broken.Fault == ModbusFault.NoLink)
        {
            line.Close();
            throw;
        }
    }

    public void Dispose() => line.Dispose();

    /// <summary>Reads one register, only to learn whether the line echoes; a refusal will do.</summary>
    private void Probe(byte unit, TimeSpan timeout)
    {
        Span<byte> answer = stackalloc byte[RtuFrame.MaxLength];
        Ask(unit, ProbePdu, answer, timeout);
    }

    private int Ask(byte unit, ReadOnlySpan<byte> pdu, Span<byte> answer, TimeSpan timeout)
    {
        KeepSilent(timeout);
        _sent = RtuFrame.Seal(unit, pdu, _request);
        _held = 0;
        line.Write(_request.AsSpan(0, _sent));
        Counters.Requests++;
        var sentAt = Stopwatch.GetTimestamp() + Ticks(manners.Character * _sent);
        _quarantineUntil = _longestAnswer = sentAt + Ticks(timeout * manners.LongestAnswer);
        var seen = Listen(sentAt + Ticks(timeout), sentAt + Ticks((timeout * 2) + (manners.Character * RtuFrame.MaxLength)));
        Note(seen);
        if (seen.Verdict != RtuVerdict.Answered)
        {
            throw Fail(seen);
        }

        Counters.Answers++;
        _quarantineUntil = 0;
        var body = _received.AsSpan(seen.Start + 1, seen.Length - 3);
        body.CopyTo(answer);
        return body.Length;
    }

    /// <summary>Reads until the answer is there, or cannot come in time any more.</summary>
    private RtuSighting Listen(long deadline, long hardDeadline)
    {
        var seen = default(RtuSighting);
        var lastByte = deadline;
        while (true)
        {
            var begun = (seen.Verdict == RtuVerdict.Begun && _held - seen.Start >= SureHead) || seen.Verdict == RtuVerdict.Damaged;
            var until = begun ? Math.Min(hardDeadline, lastByte + Ticks(manners.Gap)) : deadline;
            var now = Stopwatch.GetTimestamp();
            if (now >= until || _held == _received.Length)
            {
                var last = Look(silent: true);
                return begun && last.Verdict == RtuVerdict.Waiting ? last with { Verdict = RtuVerdict.Begun } : last;
            }

            var read = line.Read(_received.AsSpan(_held), Stopwatch.GetElapsedTime(now, until));
            if (read > 0)
            {
                _held += read;
                lastByte = _quietFrom = Stopwatch.GetTimestamp();
                seen = Look(silent: false);
                if (seen.Verdict == RtuVerdict.Answered)
                {
                    return seen;
                }
            }
        }
    }

    private RtuSighting Look(bool silent) =>
        RtuSearch.Look(_request.AsSpan(0, _sent), _received.AsSpan(0, _held), Echo == RtuEcho.Yes, silent);

    /// <summary>Waits out a quarantine, then 3.5 characters of silence, and drops what comes meanwhile.</summary>
    private void KeepSilent(TimeSpan patience)
    {
        var silence = Ticks(manners.Silence);
        var until = Math.Max(_quarantineUntil, _quietFrom + silence);
        var giveUp = Math.Max(until, Stopwatch.GetTimestamp()) + Ticks(patience);
        while (true)
        {
            var now = Stopwatch.GetTimestamp();
            var read = line.Read(_dropped, now < until ? Stopwatch.GetElapsedTime(now, until) : TimeSpan.Zero);
            if (read == 0 && now >= until)
            {
                return;
            }

            if (read > 0)
            {
                Drop(read, now);
                until = Math.Max(until, _quietFrom + silence);
            }

            if (now > giveUp)
            {
                throw new ModbusException(ModbusFault.Garbled, "The line never falls silent: another master on it, or noise (termination, bias, ground).");
            }
        }
    }

    private void Drop(int count, long now)
    {
        _quietFrom = Stopwatch.GetTimestamp();
        if (now < _quarantineUntil)
        {
            Counters.LateBytes += count;
        }
        else
        {
            Counters.StrayBytes += count;
        }
    }

    private void Note(RtuSighting seen)
    {
        Counters.StrayBytes += seen.Stray;
        Counters.Echoes += seen.Echoed ? 1 : 0;
        Counters.OtherUnits += seen.OtherUnit >= 0 ? 1 : 0;
        Counters.Unasked += seen.Unasked ? 1 : 0;
        _mute = _held == 0 ? _mute + 1 : 0;
        if (!RtuFrame.IsMirrored(_request[1]))
        {
            Echo = seen.Echoed ? RtuEcho.Yes : seen.Verdict == RtuVerdict.Answered || _held == 0 ? RtuEcho.No : Echo;
        }
        else if (seen.Verdict != RtuVerdict.Answered && Echo == RtuEcho.Yes)
        {
            // One copy came where two were expected: the line may have stopped echoing. The next read will tell.
            Echo = RtuEcho.Unknown;
        }
    }

    private ModbusException Fail(RtuSighting seen)
    {
        switch (seen.Verdict)
        {
            case RtuVerdict.Damaged:
                Counters.Damaged++;
                _quarantineUntil = 0;
                break;
            case RtuVerdict.Begun:
                Counters.BrokenOff++;
                _quarantineUntil = 0;
                break;
            default:
                Counters.TimeOuts++;
                Counters.Quarantines++;
                break;
        }

        if (manners.ReopenAfter > 0 && _mute >= manners.ReopenAfter)
        {
            line.Close();
        }

        return RtuTrouble.Of(seen, _request[0]);
    }

    private static long Ticks(TimeSpan span) => (long)(span.TotalSeconds * Stopwatch.Frequency);
}
