using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Telemetry.Gateway.Configuration;
using Telemetry.Gateway.Drivers.Mqtt;
using Telemetry.Model.Samples;

namespace Telemetry.Gateway.Tests.Drivers.Mqtt;

/// <summary>
/// Bad input: whatever a device sends, a decoder tells samples that hold together or refuses; no other exception, no hang, no number
/// without quality.
/// </summary>
public sealed class FuzzTests
{
    private const int Usual = 400;
    private static readonly byte[] Spice = "{}[]\",:0123456789eE+-.\\unltrfa/%="u8.ToArray();
    private static readonly string[] Words =
        ["null", "1e999", "-1e-999", "\"\\ud800\"", "{}", "[]", "[[[[[[[[[[[[[[[[[[", "99999999999999999999", "NaN", "\"\"", "true", "-0", "\u00e9", "1e308", "[1,null,\"x\"]"];

    public static TheoryData<string> Profiles => MessageCasesTests.Profiles;

    [Theory]
    [MemberData(nameof(Profiles))]
    public void Take_MutatedMessages_SamplesHoldTogetherOrRefused(string profile)
    {
        var told = MessageCase.Read(Path.Combine(Repository.Cases, profile, "messages.txt"));
        var configuration = Fields.Device(profile, told.Topic, told.Member);
        var device = new FieldDevice(configuration);
        var random = new Random(FuzzCases.Seed(profile.Aggregate(17, (seed, letter) => (seed * 31 % 1_000_003) + letter)));
        var start = TimeProvider.System.GetTimestamp();
        var cases = FuzzCases.Of(Usual);
        for (var i = 0; i < cases; i++)
        {
            // Decoders that keep state meet mutated messages in a mutated order; now and then they start afresh.
            device = i % 1000 == 999 ? new FieldDevice(configuration) : device;
            var step = told.Steps[random.Next(told.Steps.Count)];
            var payload = Mutate(step.Payload.ToArray(), random);
            Check(device, new FieldMessage(step.Topic, payload, step.Retained, step.At.AddSeconds(random.Next(3600))), configuration);
        }

        var each = TimeProvider.System.GetElapsedTime(start) / Math.Max(cases, 1);
        Assert.True(each < TimeSpan.FromMilliseconds(20), $"{each.TotalMilliseconds} ms a message");
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public void Take_AnyBytesOnAnyOfItsTopics_SamplesHoldTogetherOrRefused(string profile)
    {
        var told = MessageCase.Read(Path.Combine(Repository.Cases, profile, "messages.txt"));
        var configuration = Fields.Device(profile, told.Topic, told.Member);
        var device = new FieldDevice(configuration);
        var topics = told.Steps.Select(step => step.Topic).Distinct(StringComparer.Ordinal).ToArray();
        Prop.ForAll<byte[], string, int>((bytes, text, which) =>
        {
            var topic = topics[(which & int.MaxValue) % topics.Length];
            var at = new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);
            Check(device, new FieldMessage(topic, bytes, which % 5 == 0, at), configuration);
            Check(device, new FieldMessage(topic, Encoding.UTF8.GetBytes(text ?? ""), Retained: false, at), configuration);
            Check(device, new FieldMessage(topic, Encoding.UTF8.GetBytes($"{{\"{text}\":{which}}}"), Retained: false, at), configuration);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Math.Max(300, Math.Min(FuzzCases.Of(Usual), 20_000))).WithQuietOnSuccess(true));
    }

    [Fact]
    public void Take_LongNamesTimesLongLists_BoundedMemory()
    {
        var name = new string('k', 30_000);
        var payload = Encoding.UTF8.GetBytes($"{{\"{name}\":{{\"{name}\":[{string.Join(',', Enumerable.Repeat('1', 2_000))}]}}}}");
        var device = new FieldDevice(Fields.Device("generic-json", "site/mesure"));
        var before = GC.GetAllocatedBytesForCurrentThread();

        device.Take(new FieldMessage("site/mesure", payload, Retained: false, DateTimeOffset.UnixEpoch), out _, out _);

        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 4_000_000);
    }

    private static void Check(FieldDevice device, FieldMessage message, DeviceConfiguration configuration)
    {
        IReadOnlyList<Sample> samples;
        try
        {
            samples = device.Take(message, out _, out _);
        }
        catch (FormatException)
        {
            return;
        }
        catch (Exception other)
        {
            throw new InvalidOperationException($"{message.Topic} {Convert.ToHexString(message.Payload.Span)}", other);
        }

        foreach (var sample in samples)
        {
            var where = $"{MessageCase.Line(sample)} of {message.Topic} {Convert.ToHexString(message.Payload.Span)}";
            Assert.True(double.IsFinite(sample.Value) ? !sample.Quality.IsBad : sample.Quality.IsBad && double.IsNaN(sample.Value), where);
            Assert.True(sample.At.Offset == TimeSpan.Zero && sample.At <= message.At && sample.At.Year > 1969, where);
            Assert.True(configuration.Find(sample.Point.Name) is not null, where);
        }
    }

    private static byte[] Mutate(byte[] payload, Random random)
    {
        var bytes = new List<byte>(payload);
        for (var times = random.Next(1, 5); times > 0; times--)
        {
            var at = random.Next(bytes.Count + 1);
            switch (random.Next(7))
            {
                case 0 when at < bytes.Count:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1 when at < bytes.Count:
                    bytes[at] = Spice[random.Next(Spice.Length)];
                    break;
                case 2:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                case 3 when at < bytes.Count:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 12), bytes.Count - at));
                    break;
                case 4 when at < bytes.Count:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 40), bytes.Count - at)));
                    break;
                case 5:
                    Replace(bytes, random);
                    break;
                default:
                    bytes.Insert(at, Spice[random.Next(Spice.Length)]);
                    break;
            }
        }

        return [.. bytes];
    }

    /// <summary>Puts a nasty value in place of one that stands after a colon, so that most of the message stays readable.</summary>
    private static void Replace(List<byte> bytes, Random random)
    {
        var colons = Enumerable.Range(0, bytes.Count).Where(i => bytes[i] == (byte)':').ToList();
        if (colons.Count == 0)
        {
            return;
        }

        var start = colons[random.Next(colons.Count)] + 1;
        var end = start;
        while (end < bytes.Count && bytes[end] is not ((byte)',' or (byte)'}' or (byte)']'))
        {
            end++;
        }

        bytes.RemoveRange(start, end - start);
        bytes.InsertRange(start, Encoding.UTF8.GetBytes(Words[random.Next(Words.Length)]));
    }
}
