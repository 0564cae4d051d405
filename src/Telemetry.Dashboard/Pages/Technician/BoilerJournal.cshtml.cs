using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Telemetry.Dashboard.Accounts;
using Telemetry.Dashboard.Boilers;
using Telemetry.Dashboard.Journal;
using Telemetry.Dashboard.Pages.Account;

namespace Telemetry.Dashboard.Pages.Technician;

/// <summary>Everything the journal keeps of one boiler room: orders and their steps, programmes, alarms answered.</summary>
[Authorize(Rights.ReadBoilers)]
internal sealed class BoilerJournal(BoilerRooms rooms, IJournal journal) : RoomPage(rooms)
{
    private const int PageLength = 25;

    /// <summary>Only lines before this number: the next leaf.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Avant { get; set; }

    public IReadOnlyList<JournalLine> Lines { get; private set; } = [];

    public bool More { get; private set; }

    public TimeZoneInfo Zone => Room.Facts.Zone;

    public IActionResult OnGet(string gateway, string device)
    {
        if (!Find(gateway, device))
        {
            return NotFound();
        }

        var lines = journal.Read(new JournalQuery { ObjectPrefix = Room.Equipment.Id.ToString(), Below = Avant, Most = PageLength + 1 });
        (Lines, More) = ([.. lines.Take(PageLength)], lines.Count > PageLength);
        return Page();
    }

    /// <summary>Who, in which role, by which way.</summary>
    public string By(JournalLine line) => string.Join(", ", new[]
    {
        line.By.Name == Actor.Nobody ? Say(JournalWords.Anybody) : line.By.Name,
        Enum.TryParse<Role>(line.By.Role, out var role) ? Say(AccountWords.Of(role)) : line.By.Role,
        JournalText.Value(line.By.Channel, Zone, Language),
    }.Where(part => part.Length > 0));

    public string Action(JournalLine line) => JournalActions.All.TryGetValue(line.Action, out var action) ? Say(action.Name) : line.Action;

    /// <summary>Before, asked, read back, in a line; empty when the line tells none.</summary>
    public string Values(JournalLine line) => string.Join(" · ", new[] { (JournalWords.Change, line.Before), (JournalWords.Asked, line.Asked), (JournalWords.ReadBack, line.ReadBack) }
        .Where(one => one.Item2.Length > 0).Select(one => Say(one.Item1, JournalText.Value(one.Item2, Zone, Language))));
}
