using Microsoft.AspNetCore.Authorization;
using Telemetry.Analytics.Reports;
using Telemetry.Dashboard.Accounts;
using Telemetry.Dashboard.Boilers;
using Telemetry.Dashboard.Live;

namespace Telemetry.Dashboard.Pages.Technician;

/// <summary>Every boiler room, what hurts most first.</summary>
[Authorize(Rights.ReadBoilers)]
internal sealed class Boilers(BoilerRooms rooms, IFigures figures, TimeProvider clock) : SitePage
{
    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public TimeZoneInfo Zone => figures.Zone;

    public IReadOnlyList<(BoilerRoom Room, BoilerSentence Sentence, BoilerView View)> Rooms { get; private set; } = [];

    public string Counts => BoilerWords.Count(Rooms.Select(one => one.Sentence.Urgency), Language);

    public void OnGet() => Rooms =
    [
        .. rooms.All()
            .Select(room => (room, BoilerSentence.Of(room.Facts, Language), BoilerView.Of(room, Language)))
            .OrderByDescending(one => one.Item2.Urgency)
            .ThenByDescending(one => one.Item2.Weight)
            .ThenBy(one => one.room.Building.Name, StringComparer.CurrentCulture),
    ];
}
