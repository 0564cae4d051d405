using System.Globalization;
using Telemetry.Dashboard.Alarms;

namespace Telemetry.Dashboard.Tests.Alarms;

/// <summary>On which mornings a message that can wait is sent.</summary>
public sealed class WorkingDaysTests
{
    [Theory]
    [InlineData("2026-11-10", true)]
    [InlineData("2026-11-11", false)]
    [InlineData("2026-11-14", false)]
    [InlineData("2027-03-29", false)]
    [InlineData("2026-05-14", false)]
    [InlineData("2026-12-26", false)]
    [InlineData("2025-12-26", true)]
    public void Is_NeitherWeekendNorPublicHoliday(string day, bool works) => Assert.Equal(works, WorkingDays.Is(DateOnly.Parse(day, CultureInfo.InvariantCulture)));
}
