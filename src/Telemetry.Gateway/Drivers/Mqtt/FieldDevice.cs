using Telemetry.Gateway.Configuration;
using Telemetry.Model.Samples;

namespace Telemetry.Gateway.Drivers.Mqtt;

/// <summary>One publishing device: turns its messages into samples of its points.</summary>
internal sealed class FieldDevice(DeviceConfiguration device)
{
    private readonly IPayloadDecoder _decoder = Families.Decoder(device.Profile.Family ?? "");
    private readonly Dictionary<string, (string Text, DateTimeOffset At)> _seen = new(StringComparer.Ordinal);

    /// <summary>The topics it publishes to.</summary>
    internal IReadOnlyList<string> Topics => _decoder.Topics(device.Topic);

    /// <summary>What a message says of the device's points.</summary>
    /// <param name="message">The message.</param>
    /// <param name="nonsense">Fields that should hold a number and do not.</param>
    /// <exception cref="FormatException">The message cannot be understood.</exception>
    internal IReadOnlyList<Sample> Take(FieldMessage message, out int nonsense)
    {
        nonsense = 0;
        var heard = _decoder.Decode(message);
        if (heard.Online == false)
        {
            return [.. device.Points.Select(point => Sample.Missing(point.Point.Id, message.At, Quality.NoAnswer))];
        }

        var samples = new List<Sample>();
        foreach (var point in device.Points)
        {
            if (!heard.Fields.TryGetValue(point.Profile.Field ?? "", out var field))
            {
                continue;
            }

            var at = InstantOf(point, field, heard, message);
            if (message.Retained)
            {
                continue;
            }

            nonsense += field is { IsNumber: false, IsNull: false } ? 1 : 0;
            samples.Add(Value(point, field, heard, at));
        }

        return samples;
    }

    private static Sample Value(DevicePoint point, Heard.Field field, Heard heard, DateTimeOffset at)
    {
        var quality = field.IsNull ? Quality.NoSensor : heard.Judge?.Invoke(point.Profile.Field ?? "") ?? Quality.Good;
        var value = field.Number * point.Scale;
        if (quality == Quality.Good && !double.IsFinite(value))
        {
            quality = Quality.Undecodable;
        }

        return quality.IsBad ? Sample.Missing(point.Point.Id, at, quality) : new Sample(point.Point.Id, at, Clean(value), quality);
    }

    private static double Clean(double value) => Math.Abs(value) < 1e9 ? Math.Round(value, 6) : value;

    private DateTimeOffset InstantOf(DevicePoint point, Heard.Field field, Heard heard, FieldMessage message)
    {
        var at = heard.At ?? message.At;
        if (!heard.RepeatsKeepTheirInstant)
        {
            return at;
        }

        if (_seen.TryGetValue(point.Profile.Name, out var before) && string.Equals(before.Text, field.Text, StringComparison.Ordinal))
        {
            return before.At;
        }

        _seen[point.Profile.Name] = (field.Text, at);
        return at;
    }
}
