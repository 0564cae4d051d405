using Telemetry.Analytics.Alarms;
using Telemetry.Analytics.Registry;
using Telemetry.Analytics.Reports;
using Telemetry.Dashboard.Accounts;
using Telemetry.Dashboard.Wording;
using Telemetry.Model.Alarms;
using Telemetry.Model.Sites;

namespace Telemetry.Dashboard.Alarms;

/// <summary>Gathers alarms with what people call the places they are about.</summary>
internal sealed class AlarmBook(IAlarms alarms, ITownRegistry registry, IFigures figures, TimeProvider clock, SiteScope scope)
{
    /// <summary>Time zone of the hours printed.</summary>
    public TimeZoneInfo Zone => figures.Zone;

    /// <summary>The town's instant.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>How many alarms somebody should act on now: standing, not explained by another, not put aside.</summary>
    public int Pressing => Pressed(alarms.Open, Now).Count(alarm => alarm.Severity is Severity.P1 or Severity.P2 && IsTheirs(alarm));

    /// <summary>Every open alarm, worst first; those that others explain come after none of them.</summary>
    public IReadOnlyList<AlarmView> Open(Language language)
    {
        var open = alarms.Open;
        return [.. open.Where(IsTheirs).Select(alarm => Of(alarm, open, language))];
    }

    /// <summary>One alarm, open or closed; null when there is none of that name among the person's buildings.</summary>
    public AlarmView? Find(Guid id, Language language) => alarms.Find(id) is { } alarm && IsTheirs(alarm) ? Of(alarm, alarms.Open, language) : null;

    /// <summary>Whether it is about one of the buildings of whoever asks; what is about none is for those who have them all.</summary>
    public bool IsTheirs(Alarm alarm) => scope.Covers(PlaceOf(alarm.Source, registry.Current, Language.French).BuildingId);

    /// <summary>The buildings of whoever asks.</summary>
    public IReadOnlyList<Building> Buildings => [.. registry.Current.Buildings.Where(building => scope.Covers(building.Id))];

    /// <summary>An alarm with its words.</summary>
    public AlarmView Of(Alarm alarm, IReadOnlyList<Alarm> open, Language language)
    {
        var town = registry.Current;
        var text = AlarmTexts.All[alarm.Kind];
        var gateway = town.Gateways.FirstOrDefault(link => link.Municipality == alarm.Source.Equipment.Municipality && link.Gateway == alarm.Source.Equipment.Gateway);
        return new AlarmView(
            alarm,
            PlaceOf(alarm.Source, town, language),
            AlarmSentence.Of(alarm, Now, Zone, language),
            AlarmSentence.State(alarm, Now, Zone, language),
            language.Say(text.Effect),
            language.Say(text.Check),
            open.Count(other => other.Cause == alarm.Id && other.Stands),
            alarm.Stands && !alarm.Source.IsGateway && gateway is { Online: false });
    }

    /// <summary>Standing, not explained by another, not put aside.</summary>
    internal static IEnumerable<Alarm> Pressed(IEnumerable<Alarm> open, DateTimeOffset now) =>
        open.Where(alarm => alarm is { Stands: true, Cause: null } && !alarm.IsShelved(now));

    private static AlarmPlace PlaceOf(AlarmSource source, Town town, Language language)
    {
        if (source.Equipment.Gateway.Length == 0)
        {
            return new AlarmPlace(language.Say(AlarmWords.Centre), "", "", null);
        }

        var (id, gateway) = (source.Equipment, language.Say(AlarmWords.Gateway, source.Equipment.Gateway));
        var equipment = town.Equipment.FirstOrDefault(one => one.Id == id);
        // A gateway speaks for the building its equipment stands in, when that is one.
        var buildings = equipment is null
            ? town.Equipment.Where(one => one.Id.Municipality == id.Municipality && one.Id.Gateway == id.Gateway).Select(one => one.BuildingId).Distinct(StringComparer.Ordinal).ToList()
            : [equipment.BuildingId];
        var building = buildings.Count == 1 ? town.Buildings.FirstOrDefault(one => one.Id == buildings[0] && one.Municipality == id.Municipality) : null;
        var what = equipment is null
            ? id.Device.Length == 0 ? gateway : id.Device
            : equipment.Name + (source.Point.Length > 0 ? ", " + PointWords.Of(source.Point, language) : "");
        var path = equipment is { Kind: EquipmentKind.BoilerRoom } ? $"/chaufferies/{Uri.EscapeDataString(id.Gateway)}/{Uri.EscapeDataString(id.Device)}" : null;
        return building is null ? new AlarmPlace(what, "", "", path) : new AlarmPlace(building.Name, what, building.Id, path);
    }
}
