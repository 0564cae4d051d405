using System.Text;

namespace Telemetry.Gateway.Tests.Drivers.Mqtt;

/// <summary>Every case folder that holds messages: the profile of that name, from the file to the samples.</summary>
public sealed class MessageCasesTests
{
    public static TheoryData<string> Profiles => [.. Directory.GetDirectories(Repository.Cases)
        .Where(folder => File.Exists(Path.Combine(folder, "messages.txt")))
        .Select(folder => Path.GetFileName(folder))
        .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Profiles))]
    public void Take_MessagesOfTheReference_SamplesExpected(string profile)
    {
        var told = MessageCase.Read(Path.Combine(Repository.Cases, profile, "messages.txt"));
        var clock = new SetClock();
        var driver = Fields.Driver(clock, Fields.Device(profile, told.Topic, told.Member));

        foreach (var step in told.Steps)
        {
            clock.Now = step.At;
            var before = driver.Refused;
            var heard = driver.Take(Fields.Message(step.Topic, step.Payload, step.Retained)).Select(MessageCase.Line).ToList();

            var where = $"{step.Title}\n{step.Topic} {Encoding.UTF8.GetString(step.Payload.Span)}\n";
            Assert.True(step.Expected.SequenceEqual(heard, StringComparer.Ordinal), $"{where}expected\n{string.Join('\n', step.Expected)}\nheard\n{string.Join('\n', heard)}");
            Assert.True(step.Refused == driver.Refused - before, $"{where}refused {driver.Refused - before}, expected {step.Refused}");
        }
    }

    [Fact]
    public void Profiles_OfMessages_EachHasACase()
    {
        var mqtt = Fields.Profiles.Values.Where(profile => profile.Family is not null).Select(profile => profile.Id);

        Assert.Empty(mqtt.Except(Profiles.Select(row => row.Data), StringComparer.Ordinal));
    }
}
