using System.Globalization;
using System.Text;
using Telemetry.Messaging.Mqtt;

namespace Telemetry.Gateway.Drivers.Mqtt;

/// <summary>Tells what waited for us at the broker from what is said now.</summary>
/// <remarks>
/// Nothing in a message says that it waited, but the broker begins to send it at the connection. So we say a word of our own then. Some brokers send all that waited before
/// it, others carry it round while they are at it: it is said again until it came back alone, the second time at the earliest, or for two seconds where devices never are quiet.
/// Where the broker does not let us say it, half a minute counts as all (decision 0039).
/// </remarks>
internal sealed class CatchUp(string client, TimeProvider clock)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(2);
    private const int FewestRounds = 2;
    private long _lives;
    private int _rounds;
    private bool _amidOthers;
    private long _began;
    private byte[] _word = [];

    /// <summary>Where our word goes.</summary>
    internal string Topic { get; } = $"telemetry/{client}/caught-up";

    /// <summary>True while what comes may have waited.</summary>
    internal bool IsLate => _word.Length > 0 && clock.GetElapsedTime(_began) < Longest;

    /// <summary>The link came up.</summary>
    /// <returns>The word to say; empty when nothing can have waited.</returns>
    internal ReadOnlyMemory<byte> Begin(bool sessionKept)
    {
        (_began, _rounds) = (clock.GetTimestamp(), 0);
        _word = sessionKept ? NewWord() : [];
        return _word;
    }

    /// <summary>Whether a message is a word of ours; the latest, come back alone, ends the lateness; one of an earlier life says nothing.</summary>
    /// <param name="message">What came while it may have waited.</param>
    /// <param name="again">The word to say now; empty when there is none.</param>
    internal bool Takes(MqttMessage message, out ReadOnlyMemory<byte> again)
    {
        again = default;
        if (!string.Equals(message.Topic, Topic, StringComparison.Ordinal))
        {
            _amidOthers = true;
            return false;
        }

        if (message.Payload.Span.SequenceEqual(_word))
        {
            _rounds++;
            _word = _rounds >= FewestRounds && (!_amidOthers || clock.GetElapsedTime(_began) >= Settling) ? [] : NewWord();
            again = _word;
        }

        return true;
    }

    private byte[] NewWord()
    {
        _amidOthers = false;
        return Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{_began:x}-{_lives++}"));
    }
}
