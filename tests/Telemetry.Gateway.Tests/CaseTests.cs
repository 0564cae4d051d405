using System.Globalization;
using Telemetry.Gateway.Configuration;
using Telemetry.Gateway.Drivers.Modbus;
using Telemetry.Gateway.Drivers.Mqtt;
using Telemetry.Gateway.Pipeline;
using Telemetry.Gateway.Tests.Configuration;
using Telemetry.Model.Samples;

namespace Telemetry.Gateway.Tests;

/// <summary>Walks <c>cases/&lt;profile&gt;/*.in</c>: what a device says, and the samples that must come of it (<c>.expected</c>).</summary>
/// <remarks>
/// Modbus: a line is a table, an address and its words in hexadecimal. MQTT: a line is seconds, a topic (« retained » before it when
/// it is) and a payload. Expected: point, value or reason, and for messages the seconds of the instant. A new device model adds a
/// folder and edits nothing.
/// </remarks>
public sealed class CaseTests
{
    private static readonly DateTimeOffset Start = DateTimeOffset.FromUnixTimeSeconds(1_675_072_985);

    public static TheoryData<string> All() =>
        [.. Directory.GetFiles(Repository.Cases, "*.in", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(path => Path.GetRelativePath(Repository.Cases, path))];

    public static TheoryData<string> Profiles() => [.. ProfileLoader.LoadFolder(Repository.Devices, _ => null).Value!.Keys];

    [Theory]
    [MemberData(nameof(Profiles))]
    public void Profile_HasACase(string profile) =>
        Assert.True(Directory.Exists(Path.Combine(Repository.Cases, profile)), $"cases/{profile} is missing");

    [Theory]
    [MemberData(nameof(All))]
    public void Case_Decoded_AsExpected(string name)
    {
        var path = Path.Combine(Repository.Cases, name);
        var device = Installed.Device(Path.GetDirectoryName(name)!);
        var lines = File.ReadAllLines(path).Where(line => line.Length > 0 && !line.StartsWith('#')).ToList();
        var decoded = device.Profile.Modbus is null ? Messages(device, lines) : Registers(device, lines);

        Assert.Equal(File.ReadAllLines(Path.ChangeExtension(path, ".expected")).Where(line => line.Length > 0), decoded);
    }

    private static IEnumerable<string> Registers(DeviceConfiguration device, List<string> lines)
    {
        var tables = new Dictionary<(RegisterKind, int), ushort>();
        foreach (var words in lines.Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        {
            for (var i = 2; i < words.Length; i++)
            {
                tables[(Enum.Parse<RegisterKind>(words[0], ignoreCase: true), int.Parse(words[1], CultureInfo.InvariantCulture) + i - 2)] =
                    ushort.Parse(words[i], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            }
        }

        foreach (var point in device.Points)
        {
            var register = point.Profile.Register!;
            var words = Enumerable.Range(register.First, register.Span).Select(address => tables.GetValueOrDefault((register.Kind, address))).ToArray();
            if (tables.ContainsKey((register.Kind, register.Address)))
            {
                var (value, quality) = RegisterDecoder.Decode(register, words);
                yield return Line(RangeCheck.Judge(new Sample(point.Point.Id, Start, value, quality), point.Band), withTime: false);
            }
        }
    }

    private static IEnumerable<string> Messages(DeviceConfiguration device, List<string> lines)
    {
        var field = new FieldDevice(device);
        foreach (var line in lines)
        {
            var words = line.Split(' ', 3);
            var retained = words[1] == "retained";
            words = retained ? [words[0], .. words[2].Split(' ', 2)] : words;
            var message = new FieldMessage(words[1], System.Text.Encoding.UTF8.GetBytes(words[2]), retained, Start.AddSeconds(double.Parse(words[0], CultureInfo.InvariantCulture)));
            IReadOnlyList<Sample> samples;
            var refused = "";
            try
            {
                samples = field.Take(message, out var nonsense, out _);
                refused = nonsense > 0 ? $"refused {nonsense}" : "";
            }
            catch (FormatException)
            {
                (samples, refused) = ([], "refused");
            }

            foreach (var sample in samples)
            {
                yield return Line(RangeCheck.Judge(sample, device.Find(sample.Point.Name)!.Band), withTime: true);
            }

            if (refused.Length > 0)
            {
                yield return refused;
            }
        }
    }

    private static string Line(Sample sample, bool withTime)
    {
        var value = sample.Quality.IsBad ? sample.Quality.ToString() : sample.Value.ToString(CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{sample.Point.Name} {value}{(withTime ? $" {(sample.At - Start).TotalSeconds}" : "")}");
    }
}
