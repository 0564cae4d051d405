using System.Globalization;
using Telemetry.Analytics.Programmes;
using Telemetry.Dashboard.Accounts;
using Telemetry.Dashboard.Boilers;
using Telemetry.Dashboard.Journal;
using Telemetry.Dashboard.Live;
using Telemetry.Dashboard.Programmes.Versions;
using Telemetry.Dashboard.Wording;
using Telemetry.Model.Control;
using Telemetry.Model.Schedules;
using Telemetry.Model.Settings;

namespace Telemetry.Dashboard.Programmes;

/// <summary>Sends a person's new version: journalled first, once, and only on top of the version they saw.</summary>
internal sealed class ProgrammeDesk(IProgrammes programmes, IJournal journal, TimeProvider clock)
{
    /// <summary>What stands against a wish that is only read over yet: what to mend, or nothing.</summary>
    /// <param name="room">The boiler room.</param>
    /// <param name="make">Makes the version from its number.</param>
    /// <param name="seen">The version the person changed; 0 for none.</param>
    /// <param name="actor">Who wishes it.</param>
    /// <param name="language">Of the answer.</param>
    public (IReadOnlyList<ProgrammeProblem> Problems, string? Objection) Look(BoilerRoom room, Func<int, Programme> make, int seen, Actor actor, Language language)
    {
        var (_, problems, objection) = Judge(programmes.For(room.Equipment.Id), room, make, seen, actor, language);
        return (problems, objection);
    }

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

        var (made, problems, objection) = Judge(shelf, room, make, seen, actor, language);
        if (made is not { } programme)
        {
            return (problems, objection);
        }

        var (now, current) = (clock.GetUtcNow(), InForce(shelf));
        var changes = SettingChanges.Of(current, programme, shelf.LastHotWater());
        var others = current is null ? [] : VersionDifference.Between(current, programme);
        journal.Append(new JournalEntry
        {
            Action = JournalActions.ProgrammeSent, By = actor, At = now, Object = room.Equipment.Id.ToString(), Site = room.Building.Id,
            Before = Version(current) + Values(changes, change => change.Before) + Others(others, one => one.Before),
            Asked = Version(programme) + Values(changes, change => change.After) + Others(others, one => one.After),
            Reason = programme.Reason, Reference = sending.ToString("D", CultureInfo.InvariantCulture), Outcome = "Requested",
        });
        var sent = programmes.Send(programme, sending, now + (OrderDraft.RealLife * Math.Max(1, Pulse.SpeedOf(clock))), RoleOf(actor));
        return (sent.Problems, sent.IsOnItsWay ? null : language.Say(OrderWords.OfflineOff));
    }

    // The version, when nothing stands against it.
    private (Programme? Made, IReadOnlyList<ProgrammeProblem> Problems, string? Objection) Judge(
        IReadOnlyList<ProgrammeStory> shelf, BoilerRoom room, Func<int, Programme> make, int seen, Actor actor, Language language)
    {
        var current = InForce(shelf);
        if (Objection(shelf, current, seen, room, language) is { } objection)
        {
            return (null, [], objection);
        }

        var programme = make(shelf.Select(story => story.Programme.Version).DefaultIfEmpty().Max() + 1);
        var problems = ProgrammeCheck.Problems(programme, current, clock.GetUtcNow());
        if (!ProgrammeCheck.MayRun(problems))
        {
            return (null, problems, null);
        }

        var changes = SettingChanges.Of(current, programme, shelf.LastHotWater());
        if (SettingChanges.Forbidden(changes, RoleOf(actor)) is { } kept)
        {
            return (null, [], language.Say(SettingWords.Forbidden, language.Say(SettingWords.All[kept.Setting])));
        }

        // An administrator keeps limits and steers nothing.
        return actor.Role == nameof(Role.Administrator) && changes.FirstOrDefault(change => change.Rule.Keeper != SettingKeeper.Administrator) is { } steered
            ? (null, [], language.Say(SettingWords.Technicians, language.Say(SettingWords.All[steered.Setting])))
            : (programme, problems, null);
    }

    private static Programme? InForce(IReadOnlyList<ProgrammeStory> shelf) => shelf.FirstOrDefault(story => story.IsKept)?.Programme;

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

    private static string Others(IReadOnlyList<VersionDifference> differences, Func<VersionDifference, string> value) =>
        string.Concat(differences.Select(one => $", {one.What} {value(one)}"));

    private static string Version(Programme? programme) => programme is null ? "" : string.Create(CultureInfo.InvariantCulture,
        $"version {programme.Version}{(programme.Restores is { } older ? $", restores {older}" : "")}, {programme.Exceptions.Count} exceptions, {programme.Closures.Count} closures");
}
