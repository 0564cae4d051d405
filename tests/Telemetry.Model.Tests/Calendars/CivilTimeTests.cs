using System.Globalization;
using Telemetry.Model.Calendars;

namespace Telemetry.Model.Tests.Calendars;

public sealed class CivilTimeTests
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    [Theory]
    [InlineData("2026-11-25", "08:00", "2026-11-25T07:00:00Z")]
    [InlineData("2026-12-31", "24:00", "2026-12-31T23:00:00Z")]
    [InlineData("2027-01-01", "00:00", "2026-12-31T23:00:00Z")]
    // 28 March 2027: 02:00 to 03:00 does not exist, and what is set there happens at 03:00.
    [InlineData("2027-03-28", "01:59", "2027-03-28T00:59:00Z")]
    [InlineData("2027-03-28", "02:00", "2027-03-28T01:00:00Z")]
    [InlineData("2027-03-28", "02:30", "2027-03-28T01:00:00Z")]
    [InlineData("2027-03-28", "03:00", "2027-03-28T01:00:00Z")]
    // 25 October 2026 and 31 October 2027: 02:00 to 03:00 comes twice, and happens the first time.
    [InlineData("2026-10-25", "02:30", "2026-10-25T00:30:00Z")]
    [InlineData("2026-10-25", "03:00", "2026-10-25T02:00:00Z")]
    [InlineData("2027-10-31", "02:00", "2027-10-31T00:00:00Z")]
    public void At_LocalMinutes(string day, string minute, string instant)
    {
        Assert.True(LocalMinute.TryParse(minute, out var local));
        Assert.Equal(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture), CivilTime.At(DateOnly.Parse(day, CultureInfo.InvariantCulture), local, Paris));
    }

    [Theory]
    [InlineData("8:30", "08:30")]
    [InlineData("24:00", "24:00")]
    [InlineData("00:00", "00:00")]
    [InlineData("24:01", null)]
    [InlineData("8h30", null)]
    [InlineData("08:60", null)]
    [InlineData("-1:00", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void TryParse_Texts(string? text, string? read) => Assert.Equal(read, LocalMinute.TryParse(text, out var minute) ? minute.ToString() : null);
}
