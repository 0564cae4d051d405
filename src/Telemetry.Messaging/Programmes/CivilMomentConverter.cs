using System.Globalization;
using Telemetry.Model.Calendars;

namespace Telemetry.Messaging.Programmes;

/// <summary><c>2026-11-25 18:00</c>.</summary>
internal sealed class CivilMomentConverter : TextConverter<CivilMoment>
{
    /// <inheritdoc />
    protected override string Example => "2026-11-25 18:00";

    /// <inheritdoc />
    protected override bool TryParse(string text, out CivilMoment value)
    {
        value = default;
        var parts = text.Split(' ');
        if (parts.Length != 2 || !DateOnly.TryParseExact(parts[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            || !LocalMinute.TryParse(parts[1], out var minute))
        {
            return false;
        }

        value = new CivilMoment(day, minute);
        return true;
    }

    /// <inheritdoc />
    protected override string Text(CivilMoment value) => $"{value.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} {value.Minute}";
}
