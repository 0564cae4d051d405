using Telemetry.Messaging.Clock;

namespace Telemetry.Gateway.Health;

/// <summary>How far our clock is from the truth, by two witnesses: the kernel that keeps it in step, and the centre's messages (interlock S17).</summary>
/// <remarks>
/// A kernel that says it is in step (NTP, PTP, a time server of the site) is believed, whatever the centre says: a centre with a wrong clock must not stop the heating of a
/// town. Where the kernel is not in step, the centre is the reference: each of its answers says when it left. A message never arrives before it left, so the least
/// difference of the last ones is the offset, too late by the quickest transport at most. Where neither speaks, the clock is taken as it is.
/// </remarks>
internal sealed class ClockOffset(TimeProvider clock, Func<bool?> kernelInStep)
{
    /// <summary>Beyond it nothing is begun that has an hour of its own.</summary>
    internal static readonly TimeSpan Most = TimeSpan.FromSeconds(5);

    private const int Fewest = 3;
    private const int Kept = 16;
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(15);
    private readonly Lock _gate = new();
    private long _judgeAt;
    private volatile bool _agrees = true;
    private readonly Queue<(long Mark, TimeSpan Difference)> _heard = new();

    /// <summary>Our clock less the centre's; null while too few of its messages are fresh.</summary>
    internal TimeSpan? Measured
    {
        get
        {
            lock (_gate)
            {
                var fresh = _heard.Where(one => TimeProvider.System.GetElapsedTime(one.Mark) <= Fresh).ToList();
                return fresh.Count < Fewest ? null : fresh.MinBy(one => one.Difference.Duration()).Difference;
            }
        }
    }

    /// <summary>Whether our clock may be believed; worked out once a second at most, for it is asked of every value.</summary>
    internal bool Agrees
    {
        get
        {
            var now = TimeProvider.System.GetTimestamp();
            if (now >= Interlocked.Read(ref _judgeAt))
            {
                Interlocked.Exchange(ref _judgeAt, now + TimeProvider.System.TimestampFrequency);
                _agrees = Judge(kernelInStep(), Measured, Speed);
            }

            return _agrees;
        }
    }

    /// <summary>Whether a clock may be believed: pure.</summary>
    /// <param name="inStep">What the kernel says of itself; null where it cannot be asked.</param>
    /// <param name="measured">Our clock less the centre's; null when nothing is known of it.</param>
    /// <param name="speed">How fast the town runs.</param>
    internal static bool Judge(bool? inStep, TimeSpan? measured, double speed) => inStep == true || measured is not { } offset || offset.Duration() <= Most * speed;

    // A town that runs fast makes much of the time a message is on its way.
    private double Speed => clock is CivilClock { Speed: > 1 and var speed } ? speed : 1;

    /// <summary>Notes a message of the centre that came now.</summary>
    /// <param name="left">When it left, by the centre's clock, UTC.</param>
    internal void Heard(DateTimeOffset left)
    {
        lock (_gate)
        {
            _heard.Enqueue((TimeProvider.System.GetTimestamp(), clock.GetUtcNow() - left));
            while (_heard.Count > Kept)
            {
                _heard.Dequeue();
            }
        }
    }
}
