using System.Text.Json;
using Telemetry.Model.Samples;

namespace Telemetry.Gateway.Drivers.Mqtt.Payloads;

/// <summary>
/// wmbusmeters: one JSON telegram, units in the field names, <c>status</c> in words. The instant is that of reception. <c>status</c> is told as a
/// field too: 0 when all is well, 1 otherwise. Meters may share a topic: the site then names the one it means by its eight digits.
/// </summary>
internal sealed class WmbusDecoder : IPayloadDecoder
{
    private static readonly string[] Notices = ["LEAK", "BURST", "BATTERY", "TAMPER", "DRY", "REVERSE", "BACKFLOW", "FRAUD", "REMOVED", "INSTALL"];
    private static readonly string[] Failures = ["ERROR", "RANGE", "FAIL", "BROKEN", "CUT", "SHORT", "DEFECT", "INTERRUPT", "FAULT", "DISCONNECT"];

    public IReadOnlyList<string> Topics(string topic) => [topic];

    public Heard Decode(FieldMessage message) => Json.Read(message.Payload, root => Read(root, message));

    private static Heard Read(JsonElement root, FieldMessage message)
    {
        var id = Json.Text(root, "id") ?? throw new FormatException("A telegram without id.");
        var last = message.Topic[(message.Topic.LastIndexOf('/') + 1)..];
        if (IsMeter(last) && IsMeter(id) && !string.Equals(last, id, StringComparison.Ordinal))
        {
            throw new FormatException($"The telegram of meter {id} on the topic of meter {last}.");
        }

        var words = (Json.Text(root, "status") ?? "OK").Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        var heard = new Heard
        {
            Member = id,
            At = Instants.Believed(Instants.Of(Json.Find(root, "timestamp")), message.At, Instants.OfServer),
            Judge = path => Verdict(words, path),
        };
        heard.AddLeaves("", root);
        heard.Change(path => path is "status", _ => Field.Of(!words.All(IsFine)));
        return heard;
    }

    private static bool IsMeter(string text) => text.Length == 8 && text.All(char.IsAsciiDigit);

    private static bool IsFine(string word) => word is "OK";

    /// <summary>The worst of what the words say of a field: a failed sensor names its field, or else touches every temperature, flow and power.</summary>
    private static Quality Verdict(string[] words, string path)
    {
        if (path is "status")
        {
            return Quality.Good;
        }

        var worst = Quality.Good;
        foreach (var word in words.Where(word => !IsFine(word) && !Notices.Any(notice => word.Contains(notice, StringComparison.OrdinalIgnoreCase))))
        {
            var quality = Failures.Any(failure => word.Contains(failure, StringComparison.OrdinalIgnoreCase)) && Touches(word, path) ? Quality.DeviceFault : Quality.Suspect;
            worst = quality > worst ? quality : worst;
        }

        return worst;
    }

    private static bool Touches(string word, string path)
    {
        var parts = word.Split('_');
        foreach (var sensor in parts.Where(part => part.Length == 2 && char.IsAsciiDigit(part[1])))
        {
            switch (char.ToUpperInvariant(sensor[0]))
            {
                case 'T':
                    return path.StartsWith($"t{sensor[1]}_", StringComparison.Ordinal) || path.Contains("difference", StringComparison.Ordinal)
                        || path.StartsWith("power", StringComparison.Ordinal);
                case 'V':
                    return path.StartsWith("volume_flow", StringComparison.Ordinal) || path.StartsWith("power", StringComparison.Ordinal)
                        || path.EndsWith("volume_m3", StringComparison.Ordinal);
                default:
                    continue;
            }
        }

        return path.EndsWith("_c", StringComparison.Ordinal) || path.EndsWith("_m3h", StringComparison.Ordinal) || path.StartsWith("power", StringComparison.Ordinal);
    }
}
