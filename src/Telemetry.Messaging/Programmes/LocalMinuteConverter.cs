using Telemetry.Model.Calendars;

namespace Telemetry.Messaging.Programmes;

/// <summary><c>08:30</c>.</summary>
internal sealed class LocalMinuteConverter : TextConverter<LocalMinute>
{
    /// <inheritdoc />
    protected override string Example => "08:30";

    /// <inheritdoc />
    protected override bool TryParse(string text, out LocalMinute value) => LocalMinute.TryParse(text, out value);

    /// <inheritdoc />
    protected override string Text(LocalMinute value) => value.ToString();
}
