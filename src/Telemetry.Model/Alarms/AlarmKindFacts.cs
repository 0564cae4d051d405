using System.Globalization;

namespace Telemetry.Model.Alarms;

/// <summary>What can be asked of an <see cref="AlarmKind"/>.</summary>
public static class AlarmKindFacts
{
    extension(AlarmKind kind)
    {
        /// <summary>The catalogue's code: <c>A02</c>.</summary>
        public string Code => string.Create(CultureInfo.InvariantCulture, $"A{(int)kind:00}");

        /// <summary>True when it tells of something that happened rather than something that lasts: it may be closed while it stands.</summary>
        public bool IsEvent => kind is AlarmKind.OrderUnconfirmed or AlarmKind.OrderRefused or AlarmKind.WriteBudget;
    }
}
