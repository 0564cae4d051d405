using System.Globalization;
using Telemetry.Analytics.Programmes;
using Telemetry.Dashboard.Accounts;
using Telemetry.Dashboard.Boilers;
using Telemetry.Dashboard.Journal;
using Telemetry.Dashboard.Live;
using Telemetry.Dashboard.Wording;
using Telemetry.Model.Control;
using Telemetry.Model.Schedules;
using Telemetry.Model.Settings;

namespace Telemetry.Dashboard.Programmes;

/// <summary>Sends a person's new version: journalled first, once, and only on top of the version they saw.</summary>
internal sealed class ProgrammeDesk(IProgrammes programmes, IJournal journal, TimeProvider clock)
{
    /// <summary>What becomes of a wish: what to mend, or nothing when it is on its way (or was already).</summary>
    /// <param name="room">The boiler room.</param>
    /// <param name="make">Makes the version from its number; numbers never come twice.</param>
    /// <param name="seen">The version the person changed; 0 for none.</param>
    /// <param name="sending">Unique name of this sending, made with the page.</param>
    /// <param name="actor">Who sends it.</param>
    /// <param name="language">Of the answer.</param>
    public (IReadOnlyList<ProgrammeProblem> Problems, string? Objection) Send(
        BoilerRoom room, Func<int, Programme> make, int seen, Guid sending, Actor actor, Language language)
    {
        var shelf = programmes.For(room.Equipment.Id);
        if (shelf.Any(story => story.Last.Order == sending))
        {
            return ([], null);
        }

        var current = shelf.FirstOrDefault(story => story.IsKept)?.Programme;
        if (Objection(shelf, current, seen, room, language) is { } objection)
        {
            return ([], objection);
        }

        var now = clock.GetUtcNow();
        var programme = make(shelf.Select(story => story.Programme.Version).DefaultIfEmpty().Max() + 1);
        var problems = ProgrammeCheck.Problems(programme, current, now);
        if (!ProgrammeCheck.MayRun(problems))
        {
            return (problems, null);
        }

        var (changes, role) = (SettingChanges.Of(current, programme, shelf.LastHotWater()), RoleOf(actor));
        if (SettingChanges.Forbidden(changes, role) is { } kept)
        {
            return ([], language.Say(SettingWords.Forbidden, language.Say(SettingWords.All[kept.Setting])));
        }

        // An administrator keeps limits and steers nothing.
        if (actor.Role == nameof(Role.Administrator) && changes.FirstOrDefault(change => change.Rule.Keeper != SettingKeeper.Administrator) is { } steered)
        {
            return ([], language.Say(SettingWords.Technicians, language.Say(SettingWords.All[steered.Setting])));
        }

        journal.Append(new JournalEntry
        {
            Action = JournalActions.ProgrammeSent, By = actor, At = now, Object = room.Equipment.Id.ToString(), Site = room.Building.Id,
            Before = Version(current) + Values(changes, change => change.Before), Asked = Version(programme) + Values(changes, change => change.After), Reason = programme.Reason, Reference = sending.ToString("D", CultureInfo.InvariantCulture), Outcome = "Requested",
        });
        var sent = programmes.Send(programme, sending, now + (OrderDraft.RealLife * Math.Max(1, Pulse.SpeedOf(clock))), role);
        return (sent.Problems, sent.IsOnItsWay ? null : language.Say(OrderWords.OfflineOff));
    }

    private static string? Objection(IReadOnlyList<ProgrammeStory> shelf, Programme? current, int seen, BoilerRoom room, Language language)
    {
        if (!room.Facts.GatewayOnline)
        {
            return language.Say(OrderWords.OfflineOff);
        }

        if (shelf is [{ IsOnItsWay: true }, ..])
        {
            return language.Say(ProgrammeWords.Waiting);
        }

        string Number(int version) => language.Number(version, 0);
        return (current?.Version ?? 0) == seen ? null : language.Say(ProgrammeWords.Stale, current?.By ?? "?", Number(current?.Version ?? 0), Number(seen));
    }

    private static OrderRole RoleOf(Actor actor) => actor.Role is nameof(Role.Administrator) or nameof(Role.BreakGlass) ? OrderRole.Administrator : OrderRole.Technician;

    private static string Values(IReadOnlyList<SettingChange> changes, Func<SettingChange, double> value) =>
        string.Concat(changes.Select(change => string.Create(CultureInfo.InvariantCulture, $", {change.Where} {change.Setting} {(double.IsNaN(value(change)) ? "none" : value(change))}")));

    private static string Version(Programme? programme) => programme is null ? "" : string.Create(CultureInfo.InvariantCulture,
        $"version {programme.Version}{(programme.Restores is { } older ? $", restores {older}" : "")}, {programme.Exceptions.Count} exceptions, {programme.Closures.Count} closures");
}
