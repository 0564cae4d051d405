using System.Globalization;
using System.Text;
using Telemetry.Model.Samples;

namespace Telemetry.Gateway.Tests.Drivers.Mqtt;

/// <summary>
/// A case file: what a device says and what must be understood of it.
/// <c>topic:</c> and <c>member:</c> as in a site file; <c>at</c> sets the clock; <c>&gt; [retained] topic | payload</c> is a message, <c>hex:</c> its bytes; the
/// <c>=</c> lines after it are all that it says: <c>point value [quality] [@instant]</c>, the arrival where no instant stands, or <c>refused n</c>.
/// </summary>
internal sealed record MessageCase(string Topic, string Member, IReadOnlyList<MessageCase.Step> Steps)
{
    internal static MessageCase Read(string path)
    {
        var (topic, member, title) = ("", "", "");
        var at = DateTimeOffset.UnixEpoch;
        var steps = new List<Step>();
        foreach (var line in File.ReadLines(path).Where(line => line.Length > 0))
        {
            var rest = line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..];
            switch (line.Split(' ')[0])
            {
                case "#":
                    title = rest;
                    break;
                case "topic:":
                    topic = rest;
                    break;
                case "member:":
                    member = rest;
                    break;
                case "at":
                    at = Instant(rest);
                    break;
                case ">":
                    steps.Add(Message(title, at, rest));
                    break;
                case "=" when rest.StartsWith("refused ", StringComparison.Ordinal):
                    steps[^1] = steps[^1] with { Refused = int.Parse(rest.AsSpan(8), CultureInfo.InvariantCulture) };
                    break;
                case "=":
                    steps[^1].Expected.Add(Sample(rest, at));
                    break;
                default:
                    throw new InvalidDataException($"{path}: '{line}' is not understood.");
            }
        }

        return new MessageCase(topic, member, steps);
    }

    /// <summary>One sample in one line, as expected and heard ones are compared.</summary>
    internal static string Line(Sample sample) => string.Create(CultureInfo.InvariantCulture, $"{sample.Point.Name} {sample.Value} {sample.Quality} {sample.At.UtcDateTime:O}");

    private static Step Message(string title, DateTimeOffset at, string rest)
    {
        var bar = rest.IndexOf(" |", StringComparison.Ordinal);
        var (head, text) = (rest[..bar], rest[(bar + 2)..].TrimStart(' '));
        var retained = head.StartsWith("retained ", StringComparison.Ordinal);
        var payload = text.StartsWith("hex:", StringComparison.Ordinal) ? Convert.FromHexString(text.AsSpan(4)) : Encoding.UTF8.GetBytes(text);
        return new Step(title, at, retained ? head[9..] : head, payload, retained, [], 0);
    }

    private static string Sample(string rest, DateTimeOffset arrival)
    {
        var words = rest.Split(' ');
        var value = words[1] is "-" ? double.NaN : double.Parse(words[1], CultureInfo.InvariantCulture);
        var quality = words.Skip(2).FirstOrDefault(word => word[0] != '@') ?? nameof(Quality.Good);
        var at = words.FirstOrDefault(word => word[0] == '@') is { } own ? Instant(own[1..]) : arrival;
        return string.Create(CultureInfo.InvariantCulture, $"{words[0]} {value} {quality} {at.UtcDateTime:O}");
    }

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    internal sealed record Step(
        string Title, DateTimeOffset At, string Topic, ReadOnlyMemory<byte> Payload, bool Retained, List<string> Expected, int Refused);
}
