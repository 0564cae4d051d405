using System.Globalization;
using Telemetry.Analytics.Groups;
using Telemetry.Dashboard.Journal;

namespace Telemetry.Dashboard.Boilers.Groups;

/// <summary>Writes into the journal that a group was asked, and of each boiler room that its order never left; the orders write their own lines.</summary>
internal sealed class GroupScribe(IJournal journal, OrderScribe orders)
{
    /// <summary>The group is asked; on the disk before its first order leaves.</summary>
    public void Asked(OrderGroup group, Actor by) => journal.Append(new()
    {
        Action = JournalActions.GroupAsked,
        By = by,
        At = group.At,
        Asked = Asked(group) + ": " + string.Join(", ", group.Items.Select(item => item.Name)),
        Reason = group.Reason,
        Outcome = "done",
        Reference = group.Id.ToString("D", CultureInfo.InvariantCulture),
    });

    /// <summary>Says of each boiler room that was left out that it was, and why; what was said before is not said again.</summary>
    public void NotSent(GroupView view)
    {
        foreach (var (line, place) in view.Lines.Select((line, place) => (line, place)).Where(one => one.line.State == GroupState.NotSent))
        {
            var reference = string.Create(CultureInfo.InvariantCulture, $"{view.Group.Id:D}/{place}");
            if (journal.Read(new() { Reference = reference, Most = 1 }).Count > 0)
            {
                continue;
            }

            journal.Append(new()
            {
                Action = JournalActions.GroupUnsent,
                By = new(view.Group.By, "", "centre"),
                Object = line.Item.Mode.ToString(),
                Site = orders.SiteOf(line.Item.Mode),
                Asked = Asked(view.Group),
                Reason = view.Group.Reason,
                Outcome = view.End switch { GroupEnd.Restarted => "restarted", GroupEnd.Stopped => "stopped", _ => "unwritten" },
                Reference = reference,
            });
        }
    }

    private static string Asked(OrderGroup group) =>
        string.Create(CultureInfo.InvariantCulture, $"{group.Mode} → {group.Until.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}");
}
