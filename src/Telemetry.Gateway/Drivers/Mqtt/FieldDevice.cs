using Telemetry.Gateway.Configuration;
using Telemetry.Model.Samples;

namespace Telemetry.Gateway.Drivers.Mqtt;

/// <summary>One publishing device: turns its messages into samples of its points.</summary>
internal sealed class FieldDevice
{
    private readonly DeviceConfiguration _device;
    private readonly IPayloadDecoder _decoder;
    private readonly (DevicePoint Point, string Path, string Dotted, RawField? Raw)[] _points;
    private readonly WantedFields _wanted;
    private readonly Dictionary<string, (string Text, DateTimeOffset At)> _seen = new(StringComparer.Ordinal);

    internal FieldDevice(DeviceConfiguration device)
    {
        (_device, _decoder) = (device, Families.Decoder(device.Profile));
        Topics = _decoder.Topics(device.Topic);
        _points = [.. from point in device.Points
                      let path = point.Profile.Field ?? ""
                      select (point, path, MessageLoader.Dotted(path), RawField.Parse(path))];
        _wanted = new WantedFields(_points.SelectMany(point => (string[])[point.Path, point.Dotted]));
    }

    /// <summary>What to subscribe to.</summary>
    internal IReadOnlyList<string> Topics { get; }

    /// <summary>The link came up.</summary>
    /// <returns>What to send so that the device tells all.</returns>
    internal IReadOnlyList<FieldRequest> Connected(DateTimeOffset at) => _decoder.Connected(at);

    /// <summary>What a message says of the device's points.</summary>
    /// <param name="message">The message.</param>
    /// <param name="nonsense">Fields that should hold a number and do not.</param>
    /// <param name="ask">What must be sent so that the device is understood again; null for nothing.</param>
    /// <exception cref="FormatException">The message cannot be understood.</exception>
    internal IReadOnlyList<Sample> Take(FieldMessage message, out int nonsense, out FieldRequest? ask)
    {
        nonsense = 0;
        var heard = _decoder.Decode(message with { Wanted = _wanted });
        ask = heard.Ask;
        if (heard.Member is { } member && _device.Member.Length > 0 && !string.Equals(member, _device.Member, StringComparison.Ordinal))
        {
            return [];
        }

        if (heard.Online == false)
        {
            // What it says when it is back is news, the same or not. Gone some time ago is no news: what is true now is kept by the broker.
            _seen.Clear();
            return message.Late ? [] : [.. _device.Points.Select(point => Sample.Missing(point.Point.Id, message.At, Quality.NoAnswer))];
        }

        if (heard.Undecoded && !Array.Exists(_points, point => point.Raw is not null))
        {
            throw new FormatException("Nobody decodes the frames of this device: give it a formatter at the server, or bytes: fields in its profile.");
        }

        var samples = Earlier(heard, message);
        foreach (var (point, path, dotted, raw) in _points)
        {
            if ((raw is null ? Find(heard, path, dotted) : raw.Read(heard.Bytes.Span)) is not { } said)
            {
                continue;
            }

            var field = InWords(point.Profile, said);
            if (InstantOf(point, field, heard, message) is not { } at || message.Retained)
            {
                continue;
            }

            nonsense += field is { IsNumber: false, IsNull: false } ? 1 : 0;
            samples.Add(Value(point, path, field, heard, at));
        }

        return samples;
    }

    private static Field? Find(Heard heard, string path, string dotted) =>
        heard.Fields.TryGetValue(path, out var field) || heard.Fields.TryGetValue(dotted, out field) ? field : null;

    /// <summary>A text or a code that the profile gives a number to.</summary>
    private static Field InWords(PointProfile profile, Field field) =>
        profile.Words.Count == 0 || field.IsNull ? field
        : profile.Words.TryGetValue(field.Text.Trim(), out var number) ? field with { Number = number, IsNumber = true }
        : field with { Number = double.NaN, IsNumber = false };

    private static Sample Value(DevicePoint point, string path, Field field, Heard heard, DateTimeOffset at)
    {
        var judged = heard.Judge?.Invoke(path) ?? Quality.Good;
        var quality = field.IsNull ? Quality.NoSensor : field.Quality > judged ? field.Quality : judged;
        var value = (field.Number * point.Scale) + point.Profile.Offset;
        if (!quality.IsBad && !double.IsFinite(value))
        {
            quality = Quality.Undecodable;
        }

        return quality.IsBad ? Sample.Missing(point.Point.Id, at, quality) : new Sample(point.Point.Id, at, Clean(value), quality);
    }

    private static double Clean(double value) => Math.Abs(value) < 1e9 ? Math.Round(value, 6) + 0.0 : value;

    private List<Sample> Earlier(Heard heard, FieldMessage message) => heard.Past.Count == 0 ? new List<Sample>(_points.Length) :
        [.. from past in heard.Past
            from known in _points
            where string.Equals(known.Path, past.Path, StringComparison.Ordinal) && (past.Field.At is not null || !message.Late)
            orderby past.Field.At
            select Value(known.Point, known.Path, InWords(known.Point.Profile, past.Field), heard, past.Field.At ?? message.At)];

    /// <summary>When a field was true; null when nobody knows.</summary>
    private DateTimeOffset? InstantOf(DevicePoint point, Field field, Heard heard, FieldMessage message)
    {
        var own = field.At ?? heard.At;
        if (message.Late)
        {
            return own;
        }

        var at = own ?? message.At;
        if (!heard.RepeatsKeepTheirInstant)
        {
            return at;
        }

        // A clock set back makes a new story: nothing was measured later than now.
        if (_seen.TryGetValue(point.Profile.Name, out var before) && before.At <= at && string.Equals(before.Text, field.Text, StringComparison.Ordinal))
        {
            return before.At;
        }

        _seen[point.Profile.Name] = (field.Text, at);
        return at;
    }
}
