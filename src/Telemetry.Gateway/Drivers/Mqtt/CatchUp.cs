using System.Globalization;
using System.Text;
using Telemetry.Messaging.Mqtt;

namespace Telemetry.Gateway.Drivers.Mqtt;

/// <summary>Tells what waited for us at the broker from what is said now.</summary>
/// <remarks>
/// Nothing in a message says that it waited, but the broker sends what waited first. So we say a word of our own at the connection: when it comes
/// back, all that waited has come. Where the broker does not let us say it, half a minute counts as all.
/// </remarks>
internal sealed class CatchUp(string client, TimeProvider clock)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private long _lives;
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
        _began = clock.GetTimestamp();
        _word = sessionKept ? Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{_began:x}-{_lives++}")) : [];
        return _word;
    }

    /// <summary>Whether a message is a word of ours; the latest ends the lateness, one of an earlier life says nothing.</summary>
    internal bool Takes(MqttMessage message)
    {
        if (!string.Equals(message.Topic, Topic, StringComparison.Ordinal))
        {
            return false;
        }

        if (message.Payload.Span.SequenceEqual(_word))
        {
            _word = [];
        }

        return true;
    }
}
