namespace Telemetry.Gateway.Drivers.Modbus.Rtu;

/// <summary>Finds the answer to a request among glitches, echoes and other frames: a pure function of bytes.</summary>
/// <remarks>
/// <code>
///   00 | request again | other unit's frame | 01 03 14 ... CRC
///   ^ stray   ^ echo       ^ passed over      ^ the answer: right unit, right function, right length, right CRC
/// </code>
/// The answer is whatever has all four right. Anything else is passed over and named, never taken.
/// Functions 5, 6 and 22 are answered by their own request: on a line that echoes (<c>echoes</c>) the first copy is the echo.
/// </remarks>
internal static class RtuSearch
{
    private const int SurePrefix = 3;

    /// <summary>What is known of the answer from the bytes received so far.</summary>
    /// <param name="request">The frame sent.</param>
    /// <param name="received">All that came since.</param>
    /// <param name="echoes">The line is known to give back what is sent.</param>
    /// <param name="silent">Nothing more is coming: what is not whole now never will be.</param>
    internal static RtuSighting Look(ReadOnlySpan<byte> request, ReadOnlySpan<byte> received, bool echoes, bool silent)
    {
        var (at, stray, other) = (0, 0, -1);
        var (echoed, unasked, damaged) = (false, false, false);
        var mayEcho = echoes || !RtuFrame.IsMirrored(request[1]);
        while (at < received.Length)
        {
            var rest = received[at..];
            if (mayEcho && !echoed && rest.StartsWith(request))
            {
                echoed = true;
                at += request.Length;
                continue;
            }

            if (!silent && mayEcho && !echoed && rest.Length >= SurePrefix && request.StartsWith(rest))
            {
                return Seen(RtuVerdict.Waiting, 0);
            }

            var length = RtuFrame.AnswerLength(request, rest);
            if (length > 0 && rest.Length >= length)
            {
                if (RtuFrame.IsWhole(rest[..length]))
                {
                    return Seen(RtuVerdict.Answered, length);
                }

                damaged = true;
            }
            else if (length >= 0 && !silent)
            {
                return Seen(RtuVerdict.Begun, 0);
            }

            at += Pass(request, rest, ref stray, ref other, ref unasked);
        }

        return Seen(damaged ? RtuVerdict.Damaged : RtuVerdict.Waiting, 0);

        RtuSighting Seen(RtuVerdict verdict, int length) => new(verdict, at, length, echoed, stray, other, unasked);
    }

    /// <summary>Bytes to pass over: a whole frame that is not ours, or one byte.</summary>
    private static int Pass(ReadOnlySpan<byte> request, ReadOnlySpan<byte> rest, ref int stray, ref int other, ref bool unasked)
    {
        var length = RtuFrame.AnyLength(rest);
        if (length < 4 || length > RtuFrame.MaxLength || length > rest.Length || !RtuFrame.IsWhole(rest[..length]))
        {
            stray++;
            return 1;
        }

        if (rest[0] == request[0])
        {
            unasked = true;
        }
        else
        {
            other = rest[0];
        }

        return length;
    }
}
