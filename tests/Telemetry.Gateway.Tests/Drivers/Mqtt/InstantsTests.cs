using System.Globalization;
using Telemetry.Gateway.Drivers.Mqtt.Payloads;

namespace Telemetry.Gateway.Tests.Drivers.Mqtt;

public sealed class InstantsTests
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    [Theory]
    [InlineData("2020-02-12T15:15:46.014773143Z", "2020-02-12T15:15:46.0147731Z")]
    [InlineData("2022-07-18T09:34:15.775023242+00:00", "2022-07-18T09:34:15.7750232Z")]
    [InlineData("2024-01-10T13:00:00+01:00", "2024-01-10T12:00:00Z")]
    [InlineData("2024-01-10 13:00:00-02:30", "2024-01-10T15:30:00Z")]
    [InlineData("2024-01-10T13:00:00", null)]
    [InlineData("2024-13-10T13:00:00Z", null)]
    [InlineData("0001-01-01T00:00:00+14:00", null)]
    [InlineData("10/01/2024 13:00", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Parse_Text_OnlyWithItsZone(string? text, string? expected) => Assert.Equal(Expected(expected), Instants.Parse(text));

    [Theory]
    [InlineData("2024-01-10T13:00:00", "2024-01-10T12:00:05Z", "2024-01-10T12:00:00Z")]
    [InlineData("2024-07-10 13:00", "2024-07-10T11:00:05Z", "2024-07-10T11:00:00Z")]
    [InlineData("2024-10-27T02:30:00", "2024-10-27T00:30:05Z", "2024-10-27T00:30:00Z")]
    [InlineData("2024-10-27T02:30:00", "2024-10-27T01:30:05Z", "2024-10-27T01:30:00Z")]
    [InlineData("2024-03-31T02:30:00", "2024-03-31T01:30:05Z", null)]
    [InlineData("9999-12-31T23:59:59", "2024-03-31T01:30:05Z", null)]
    [InlineData("0001-01-01T00:00:00", "2024-03-31T01:30:05Z", null)]
    public void Parse_LocalText_InTheZoneOfTheProfile(string text, string arrival, string? expected) =>
        Assert.Equal(Expected(expected), Instants.Parse(text, Paris, Expected(arrival)!.Value));

    [Theory]
    [InlineData(1672743267, "2023-01-03T10:54:27Z")]
    [InlineData(1672743267.5, "2023-01-03T10:54:27.5Z")]
    [InlineData(1672743267500, "2023-01-03T10:54:27.5Z")]
    [InlineData(12, null)]
    [InlineData(-1, null)]
    [InlineData(1e300, null)]
    [InlineData(double.NaN, null)]
    public void Unix_Number_SecondsOrMilliseconds(double number, string? expected) => Assert.Equal(Expected(expected), Instants.Unix(number));

    [Fact]
    public void Believed_FutureOrTooOld_IsNot()
    {
        var now = new DateTimeOffset(2024, 1, 10, 12, 0, 0, TimeSpan.Zero);

        Assert.Equal(now, Instants.Believed(now, now, Instants.OfDevice));
        Assert.Null(Instants.Believed(now.AddSeconds(1), now, Instants.OfDevice));
        Assert.Null(Instants.Believed(now.AddHours(-2), now, Instants.OfDevice));
        Assert.NotNull(Instants.Believed(now.AddHours(-2), now, Instants.OfServer));
        Assert.Null(Instants.Believed(null, now, Instants.OfServer));
    }

    private static DateTimeOffset? Expected(string? text) =>
        text is null ? null : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
